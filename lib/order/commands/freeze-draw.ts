import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { budgetLines, drawSeeds, draws } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import type { Ceiling } from "@/lib/budget/ceiling";
import { lockCeilings } from "@/lib/budget/queries/line-years";
import { type Day, dayOf } from "@/lib/dates";
import { cents } from "@/lib/money";
import { canonical, sha256 } from "@/lib/order/draw";
import { crossingNow } from "@/lib/order/queries/crossing";
import { isInQueue } from "@/lib/order/queries/in-queue";
import type { freezeSchema } from "@/lib/order/schema";
import { seal } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";
import type { Scheme } from "@/lib/vocabulary/scheme";

export type FreezeRefusal =
  | { reason: "not-yours-to-do" }
  | { reason: "not-crossing" }
  | { reason: "day-not-over" }
  | { reason: "already-frozen" };

const SEED_BYTES = 32;

/** A list of a hundred thousand takes seconds. */
const PATIENCE_MS = 60_000;

/**
 * A budget holder freezes the undecided applications of the crossing day and publishes the list, its hash and the hash
 * of a new seed. The lock of the ceilings keeps grants waiting meanwhile. Refused when the day does not cross the free
 * amount, is not over, or is frozen already.
 */
export function freezeDraw(
  actor: Staff,
  { ceiling, day }: z.output<typeof freezeSchema>,
): Promise<Result<{ drawId: string }, FreezeRefusal>> {
  return asActor(
    actor,
    async (tx, now) => {
      if (!actor.roles.includes("budget_holder")) return refuse({ reason: "not-yours-to-do" });
      const today = dayOf(now);
      const lines = await lockCeilings(tx, ceiling);
      const [before] = await tx
        .select({ id: draws.id })
        .from(draws)
        .where(and(eq(draws.lineId, ceiling.line), eq(draws.year, ceiling.year), eq(draws.day, day)));
      if (before) return refuse({ reason: "already-frozen" });
      if ((await crossingNow(tx, ceiling, lines))?.day !== day) return refuse({ reason: "not-crossing" });
      if (day >= today) return refuse({ reason: "day-not-over" });

      const scheme = await schemeOf(tx, ceiling);
      const list = canonical({ scheme, ...ceiling, day, applications: await undecidedOf(tx, ceiling, day) });
      const seed = randomBytes(SEED_BYTES);
      const hashes = { listHash: sha256(list), seedCommitment: sha256(seed) };
      const [draw] = await tx
        .insert(draws)
        .values({
          scheme,
          lineId: ceiling.line,
          year: ceiling.year,
          day,
          list,
          ...hashes,
          frozenBy: actor.personId,
        })
        .returning({ id: draws.id });
      if (!draw) throw new Error("no draw was made");
      await tx.insert(drawSeeds).values({
        drawId: draw.id,
        sealed: await seal(seed.toString("hex"), `draw_seeds.sealed:${draw.id}`),
      });
      await recordEvent(tx, actor, { type: "draw.freeze", stream: `draw:${draw.id}`, payload: hashes });
      return ok({ drawId: draw.id });
    },
    { patienceMs: PATIENCE_MS },
  );
}

async function schemeOf(tx: Tx, { line }: Ceiling): Promise<Scheme> {
  const [row] = await tx
    .select({ scheme: budgetLines.scheme })
    .from(budgetLines)
    .where(eq(budgetLines.id, line));
  if (!row?.scheme) throw new Error(`line ${line} has no scheme`);
  return row.scheme;
}

async function undecidedOf(tx: Tx, { line, year }: Ceiling, day: Day) {
  const { rows } = await tx.execute<{ number: string; requested: string }>(sql`
    select a.case_number as number, a.requested_cents as requested from applications a
    where a.line_id = ${line} and a.year = ${year} and a.rank_day = ${day}::date and ${isInQueue} order by a.case_number`);
  return rows.map(({ number, requested }) => [Number(number), cents(Number(requested))] as const);
}
