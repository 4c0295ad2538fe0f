import "server-only";
import { eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { windowPlans } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { ceilingOf } from "@/lib/budget/ceiling";
import { dayOf } from "@/lib/dates";
import { violatedConstraint } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { type PlanRefusal, type PlanState, planOf } from "@/lib/windows/plan";
import { around } from "@/lib/windows/queries/around";
import type { planStepSchema } from "@/lib/windows/schema";
import { lockPlan, type StepRefusal } from "./lock-plan";

export type MoveRefusal =
  | StepRefusal
  | PlanRefusal
  | { reason: "own-plan" }
  | { reason: "plan-ceiling-changed" };

type Input = z.output<typeof planStepSchema>;
type Row = typeof windowPlans.$inferSelect;
type Set = Partial<typeof windowPlans.$inferInsert>;
type Moved = Promise<Result<{ windowId: string | null }, MoveRefusal>>;

/**
 * A budget holder proposes a draft for publication; it cannot be edited meanwhile. Judged as when it was written, with
 * the present day and ceiling. Throws NotFound.
 */
export const proposePlan = (actor: Staff, input: Input): Moved =>
  move(actor, input, "propose", "draft", async (tx, plan, now) => {
    const judged = await judge(tx, plan, now);
    return judged.ok ? ok({ state: "proposed", proposedBy: actor.personId }) : judged;
  });

/** A budget holder sends a proposal back to draft, or takes back their own. Throws NotFound. */
export const returnPlan = (actor: Staff, input: Input): Moved =>
  move(actor, input, "return", "proposed", async () => ok({ state: "draft", proposedBy: null }));

/** A budget holder discards a draft; it stays readable. Throws NotFound. */
export const dropPlan = (actor: Staff, input: Input): Moved =>
  move(actor, input, "drop", "draft", async () => ok({ state: "dropped", settledBy: actor.personId }));

/**
 * Another budget holder publishes a proposal: the database makes the window from it, which never changes. Refused to
 * the proposer, and as `planOf` refuses on the day itself. Throws NotFound.
 */
export async function publishPlan(actor: Staff, input: Input): Moved {
  try {
    return await move(actor, input, "publish", "proposed", async (tx, plan, now) => {
      if (plan.proposedBy === actor.personId) return refuse({ reason: "own-plan" });
      const judged = await judge(tx, plan, now);
      return judged.ok ? ok({ state: "published", settledBy: actor.personId }) : judged;
    });
  } catch (error) {
    if (violatedConstraint(error) === "window_plans_ceiling_current")
      return refuse({ reason: "plan-ceiling-changed" });
    throw error;
  }
}

async function judge(tx: Tx, plan: Row, now: Date): Promise<Result<true, MoveRefusal>> {
  const written = {
    ...plan,
    ceiling: ceilingOf(plan),
    opensOn: dayOf(plan.opensAt),
    closesOn: dayOf(plan.closesAt),
  };
  const judged = planOf(written, await around(tx, written, now));
  if (!judged.ok) return judged;
  return judged.value.ceilingCents === plan.ceilingCents
    ? ok(true)
    : refuse({ reason: "plan-ceiling-changed" });
}

async function move(
  actor: Staff,
  input: Input,
  verb: "propose" | "return" | "drop" | "publish",
  from: PlanState,
  decide: (tx: Tx, plan: Row, now: Date) => Promise<Result<Set, MoveRefusal>>,
): Moved {
  if (!actor.roles.includes("budget_holder")) return refuse({ reason: "not-yours-to-do" });
  return asActor(actor, async (tx, now) => {
    const plan = await lockPlan(tx, input, from);
    if (!plan.ok) return plan;
    const set = await decide(tx, plan.value, now);
    if (!set.ok) return set;
    const [row] = await tx
      .update(windowPlans)
      .set(set.value)
      .where(eq(windowPlans.id, input.planId))
      .returning({ windowId: windowPlans.windowId });
    const windowId = row?.windowId ?? null;
    await recordEvent(tx, actor, {
      type: `window.${verb}`,
      stream: `window:${input.planId}`,
      payload: { revision: input.revision, ...(windowId && { windowId }) },
    });
    return ok({ windowId });
  });
}
