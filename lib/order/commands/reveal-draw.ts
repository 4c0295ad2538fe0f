import "server-only";
import { eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { drawSeeds, draws } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { NotFound } from "@/lib/errors";
import { type DrawList, shuffle } from "@/lib/order/draw";
import type { revealSchema } from "@/lib/order/schema";
import { unseal } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";

export type RevealRefusal =
  | { reason: "not-yours-to-do" }
  | { reason: "already-revealed" }
  | { reason: "same-person" };

/** A list of a hundred thousand takes seconds. */
const PATIENCE_MS = 60_000;

/**
 * Another budget holder reveals the seed: every application on the frozen list gets its lot, whatever its state now. A
 * lot has no effect for one that completed a listed item since, and so has a later rank day. Refused to the person who
 * froze the list, and a second time. Throws NotFound.
 */
export function revealDraw(
  actor: Staff,
  { drawId }: z.output<typeof revealSchema>,
): Promise<Result<{ lots: number }, RevealRefusal>> {
  return asActor(
    actor,
    async (tx, now) => {
      if (!actor.roles.includes("budget_holder")) return refuse({ reason: "not-yours-to-do" });
      const [draw] = await tx.select().from(draws).where(eq(draws.id, drawId)).for("update");
      if (!draw) throw new NotFound(`draw ${drawId}`);
      if (draw.seed !== null) return refuse({ reason: "already-revealed" });
      if (draw.frozenBy === actor.personId) return refuse({ reason: "same-person" });

      const seed = await sealedSeed(tx, drawId);
      await tx
        .update(draws)
        .set({ seed, revealedAt: now, revealedBy: actor.personId })
        .where(eq(draws.id, drawId));
      const list: DrawList = JSON.parse(draw.list);
      const order = shuffle(
        list.applications.map(([caseNumber]) => caseNumber),
        seed,
      );
      await tx.execute(sql`
      insert into lots (application_id, draw_id, lot)
      select a.id, ${drawId}::uuid, place.lot
      from unnest(${sql.param(order)}::bigint[]) with ordinality as place (case_number, lot)
      join applications a on a.case_number = place.case_number
      where a.line_id = ${draw.lineId} and a.year = ${draw.year} and a.rank_day = ${draw.day}`);
      await recordEvent(tx, actor, { type: "draw.reveal", stream: `draw:${drawId}`, payload: { seed } });
      return ok({ lots: order.length });
    },
    { patienceMs: PATIENCE_MS },
  );
}

async function sealedSeed(tx: Tx, drawId: string): Promise<string> {
  const [row] = await tx
    .select({ sealed: drawSeeds.sealed })
    .from(drawSeeds)
    .where(eq(drawSeeds.drawId, drawId));
  if (!row) throw new Error(`draw ${drawId} has no seed`);
  return unseal<string>(row.sealed, `draw_seeds.sealed:${drawId}`);
}
