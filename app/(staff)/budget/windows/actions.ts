"use server";
import { notFound, redirect } from "next/navigation";
import type * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import type { Staff } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import type { Result } from "@/lib/result";
import {
  dropPlan,
  type MoveRefusal,
  proposePlan,
  publishPlan,
  returnPlan,
} from "@/lib/windows/commands/move-plan";
import { writePlan } from "@/lib/windows/commands/write-plan";
import { planSchema, planStepSchema } from "@/lib/windows/schema";

export async function writePlanAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("budget_holder");
  const values = rawSection(data);
  const parsed = planSchema.safeParse(values);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values };
  const written = await orNotFound(writePlan(actor, parsed.data));
  return written.ok ? redirect("/budget/windows") : { problems: [problemOf(written.refusal)], values };
}

export const proposePlanAction = async (_previous: FormState, data: FormData) => step(data, proposePlan);

export const returnPlanAction = async (_previous: FormState, data: FormData) => step(data, returnPlan);

export const dropPlanAction = async (_previous: FormState, data: FormData) => step(data, dropPlan);

export const publishPlanAction = async (_previous: FormState, data: FormData) => step(data, publishPlan);

async function step(
  data: FormData,
  command: (actor: Staff, input: z.output<typeof planStepSchema>) => Promise<Result<unknown, MoveRefusal>>,
): Promise<FormState> {
  const actor = await requireStaff("budget_holder");
  const parsed = planStepSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const done = await orNotFound(command(actor, parsed.data));
  return done.ok ? redirect("/budget/windows") : { problems: [problemOf(done.refusal)] };
}
