import "server-only";
import { eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { ceilingChanges } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import type { changeSchema } from "@/lib/budget/schema";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";

export type SettleRefusal =
  | { reason: "not-yours-to-do" }
  | { reason: "own-change" }
  | { reason: "already-settled" }
  | { reason: "ceiling-changed" }
  | { reason: "no-room-now" }
  | { reason: "waited-for-now" };

type Input = z.output<typeof changeSchema>;
type Change = typeof ceilingChanges.$inferSelect;
type Settled = Promise<Result<{ line: string; year: number }, SettleRefusal>>;

const REASONS: Record<string, SettleRefusal["reason"]> = {
  ceiling_changes_by_another: "own-change",
  ceiling_changes_current: "ceiling-changed",
  ceilings_pkey: "ceiling-changed",
  ceilings_line_id_year_pk: "ceiling-changed",
  ceilings_committed_within_ceiling: "no-room-now",
  ceiling_changes_waited_for: "waited-for-now",
};

/**
 * Another budget holder confirms a change: the new ceiling is in force from this moment, under the lock that grants
 * take. Refused to the proposer, once it is settled, when the ceiling is no longer the one it started from, and when
 * too much has been committed since. Throws NotFound.
 */
export async function confirmChange(actor: Staff, input: Input): Settled {
  try {
    return await settle(actor, input, "confirm", async (tx, change) => {
      if (change.proposedBy === actor.personId) return refuse({ reason: "own-change" });
      await tx
        .update(ceilingChanges)
        .set({ confirmedBy: actor.personId, confirmedAt: new Date(0) })
        .where(eq(ceilingChanges.id, change.id));
      return ok(true);
    });
  } catch (error) {
    const reason = REASONS[violatedConstraint(error) ?? ""];
    if (reason) return refuse({ reason });
    throw error;
  }
}

/** A budget holder turns a change down, or takes back their own; it has no effect. Throws NotFound. */
export const rejectChange = (actor: Staff, input: Input): Settled =>
  settle(actor, input, "reject", async (tx, change) => {
    await tx
      .update(ceilingChanges)
      .set({ rejectedBy: actor.personId, rejectedAt: new Date(0) })
      .where(eq(ceilingChanges.id, change.id));
    return ok(true);
  });

async function settle(
  actor: Staff,
  { changeId }: Input,
  verb: "confirm" | "reject",
  write: (tx: Tx, change: Change) => Promise<Result<true, SettleRefusal>>,
): Settled {
  if (!actor.roles.includes("budget_holder")) return refuse({ reason: "not-yours-to-do" });
  return asActor(actor, async (tx) => {
    const [change] = await tx
      .select()
      .from(ceilingChanges)
      .where(eq(ceilingChanges.id, changeId))
      .for("update");
    if (!change) throw new NotFound(`change ${changeId}`);
    if (change.confirmedBy ?? change.rejectedBy) return refuse({ reason: "already-settled" });
    const written = await write(tx, change);
    if (!written.ok) return written;
    const { lineId: line, year } = change;
    await recordEvent(tx, actor, {
      type: `ceiling.${verb}`,
      stream: `ceiling:${line}:${year}`,
      payload: { changeId },
    });
    return ok({ line, year });
  });
}
