import "server-only";
import type * as z from "zod";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { type DayTurned, isOfToday } from "@/lib/concepts/shown-date";
import { refusalSet } from "@/lib/decisions/queries/refusal-set";
import type { refuseInBulkSchema } from "@/lib/decisions/schema";
import { ok, type Result, refuse } from "@/lib/result";
import { type DecideRefusal, decided, decideIn, Rollback } from "./decide";

const PATIENCE_MS = 60_000;

export type RefuseInBulkRefusal =
  | { reason: "nothing-to-refuse" }
  | { reason: "refusals-changed" }
  | DayTurned
  | DecideRefusal;

/**
 * A decider confirms all proposals to refuse for want of money on one ceiling: each application gets its own decision,
 * move, event and letter, in one transaction. Refused when the set on screen changed, and as `decide` is.
 */
export async function refuseInBulk(
  actor: Staff,
  { ceiling, digest, shownOn }: z.output<typeof refuseInBulkSchema>,
): Promise<Result<{ count: number }, RefuseInBulkRefusal>> {
  if (!actor.roles.includes("decider")) return refuse({ reason: "not-yours-to-do" });
  return decided<{ count: number }, RefuseInBulkRefusal>(
    asActor(
      actor,
      async (tx, now) => {
        if (!isOfToday({ shownOn }, now)) return refuse({ reason: "day-turned" });
        const set = await refusalSet(tx, actor, ceiling);
        if (set.cases.length === 0) return refuse({ reason: "nothing-to-refuse" });
        if (set.digest !== digest) return refuse({ reason: "refusals-changed" });
        for (const { id, version } of set.cases) {
          const refused = await decideIn(tx, actor, { applicationId: id, version, shownOn }, now);
          if (!refused.ok) throw new Rollback(refused.refusal);
        }
        return ok({ count: set.cases.length });
      },
      { patienceMs: PATIENCE_MS },
    ),
  );
}
