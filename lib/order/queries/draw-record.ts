import "server-only";
import { eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { draws } from "@/db/schema";
import { VISITOR } from "@/lib/actor";
import { type DrawList, shuffle } from "@/lib/order/draw";
import { distributionOf } from "./distribution-of";

/** The public record of a draw: case numbers, amounts, hashes and, once revealed, seed and order. It holds no names. */
export function drawRecord(id: string) {
  return readAs(VISITOR, async (tx) => {
    const [draw] = await tx.select().from(draws).where(eq(draws.id, id));
    if (!draw) return undefined;
    const { scheme, line, year, day, applications }: DrawList = JSON.parse(draw.list);
    const distribution = await distributionOf(tx, { line, year }, day);
    const { listHash, seedCommitment, seed, frozenAt, revealedAt } = draw;
    const numbers = applications.map(([caseNumber]) => caseNumber);
    return {
      scheme,
      line,
      year,
      day,
      distribution,
      applications,
      listHash,
      seedCommitment,
      seed,
      frozenAt,
      revealedAt,
      /** Case numbers, the first lot first; null until the seed is revealed. */
      order: seed === null ? null : shuffle(numbers, seed),
    };
  });
}

export type DrawRecord = NonNullable<Awaited<ReturnType<typeof drawRecord>>>;
