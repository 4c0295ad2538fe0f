import "server-only";
import { eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { windowPlans } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { ok, type Result, refuse } from "@/lib/result";
import { type Plan, type PlanRefusal, planOf } from "@/lib/windows/plan";
import { around } from "@/lib/windows/queries/around";
import type { planSchema } from "@/lib/windows/schema";
import { lockPlan, type StepRefusal } from "./lock-plan";

export type WriteRefusal = PlanRefusal | StepRefusal;

/**
 * A budget holder starts a window plan, or edits the draft that was on screen. It has no effect until it is proposed
 * and published. Refused as `planOf` refuses, and when a colleague edited or proposed it meanwhile. Throws NotFound.
 */
export async function writePlan(
  actor: Staff,
  input: z.output<typeof planSchema>,
): Promise<Result<{ planId: string; revision: number }, WriteRefusal>> {
  if (!actor.roles.includes("budget_holder")) return refuse({ reason: "not-yours-to-do" });
  const { planId, revision, ...written } = input;
  return asActor(actor, async (tx, now) => {
    const plan = planOf(written, await around(tx, written, now));
    if (!plan.ok) return plan;
    if (!planId) return ok(await begin(tx, actor, plan.value));
    const locked = await lockPlan(tx, { planId, revision: revision ?? 0 }, "draft");
    if (!locked.ok) return locked;
    const next = locked.value.revision + 1;
    await tx
      .update(windowPlans)
      .set({ ...plan.value, revision: next, writtenBy: actor.personId })
      .where(eq(windowPlans.id, planId));
    await record(tx, actor, planId, next, plan.value);
    return ok({ planId, revision: next });
  });
}

async function begin(tx: Tx, actor: Staff, plan: Plan) {
  const [row] = await tx
    .insert(windowPlans)
    .values({ ...plan, writtenBy: actor.personId })
    .returning({ planId: windowPlans.id, revision: windowPlans.revision });
  if (!row) throw new Error("no plan was written");
  await record(tx, actor, row.planId, row.revision, plan);
  return row;
}

const record = (tx: Tx, actor: Staff, planId: string, revision: number, plan: Plan) =>
  recordEvent(tx, actor, {
    type: "window.write",
    stream: `window:${planId}`,
    payload: {
      revision,
      ...plan,
      opensAt: plan.opensAt.toISOString(),
      closesAt: plan.closesAt.toISOString(),
    },
  });
