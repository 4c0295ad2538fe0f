import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { windowPlans } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import type { PlanState } from "@/lib/windows/plan";

export type StepRefusal =
  | { reason: "not-yours-to-do" }
  /** A colleague changed the plan since it was on screen. */
  | { reason: "plan-rewritten" }
  | { reason: "another-state"; state: PlanState };

type PlanRow = typeof windowPlans.$inferSelect;

/** The plan, locked, when it has this state and is the one on screen. Throws NotFound. */
export async function lockPlan(
  tx: Tx,
  seen: { planId: string; revision: number },
  state: PlanState,
): Promise<Result<PlanRow, StepRefusal>> {
  const [plan] = await tx.select().from(windowPlans).where(eq(windowPlans.id, seen.planId)).for("update");
  if (!plan) throw new NotFound(`plan ${seen.planId}`);
  if (plan.state !== state) return refuse({ reason: "another-state", state: plan.state });
  return plan.revision === seen.revision ? ok(plan) : refuse({ reason: "plan-rewritten" });
}
