"use server";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import type { Staff, StaffRole } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { callUp } from "@/lib/decisions/commands/call-up";
import { decide } from "@/lib/decisions/commands/decide";
import { grantWhatFits } from "@/lib/decisions/commands/grant-in-part";
import { propose } from "@/lib/decisions/commands/propose";
import { reserve } from "@/lib/decisions/commands/reserve";
import { returnProposal } from "@/lib/decisions/commands/return-proposal";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { problemOf } from "@/lib/decisions/messages";
import {
  confirmationSchema,
  decisionSeenSchema,
  partSchema,
  proposalSchema,
  returnSchema,
} from "@/lib/decisions/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import type { Result } from "@/lib/result";
import { orNotFound } from "./or-not-found";

export async function takeUpAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const parsed = confirmationSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const taken = await orNotFound(takeUp(actor, parsed.data));
  return taken.ok ? redirect(`/cases/${parsed.data.applicationId}`) : refused(taken.refusal);
}

export async function proposeAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const typed = rawSection(data);
  const parsed = proposalSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const proposed = await orNotFound(propose(actor, parsed.data));
  return proposed.ok
    ? redirect(`/cases/${parsed.data.applicationId}`)
    : { ...(await refused(proposed.refusal)), values: typed };
}

export async function decideAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("decider");
  const parsed = decisionSeenSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const decided = await orNotFound(decide(actor, parsed.data));
  return decided.ok ? redirect(`/cases/${parsed.data.applicationId}`) : refused(decided.refusal);
}

export const grantWhatFitsAction = async (_previous: FormState, data: FormData) =>
  onCase(data, "decider", partSchema, grantWhatFits);
export const reserveAction = async (_previous: FormState, data: FormData) =>
  onCase(data, "decider", decisionSeenSchema, reserve);
export const callUpAction = async (_previous: FormState, data: FormData) =>
  onCase(data, "reviewer", confirmationSchema, callUp);

/** One button on the version that was on screen, and back to the case. */
async function onCase<S extends z.ZodType<{ applicationId: string }>>(
  data: FormData,
  role: StaffRole,
  schema: S,
  command: (actor: Staff, input: z.output<S>) => Promise<Result<unknown, Parameters<typeof problemOf>[0]>>,
): Promise<FormState> {
  const actor = await requireStaff(role);
  const parsed = schema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const done = await orNotFound(command(actor, parsed.data));
  return done.ok ? redirect(`/cases/${parsed.data.applicationId}`) : refused(done.refusal);
}

export async function returnAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("decider");
  const typed = rawSection(data);
  const parsed = returnSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const returned = await orNotFound(returnProposal(actor, parsed.data));
  return returned.ok
    ? redirect(`/cases/${parsed.data.applicationId}`)
    : { ...(await refused(returned.refusal)), values: typed };
}

async function refused(refusal: Parameters<typeof problemOf>[0]): Promise<FormState> {
  const problem = problemOf(refusal);
  const line = problem.values?.line;
  if (line === undefined) return { problems: [problem] };
  const name = await getTranslations("budget.names");
  return {
    problems: [{ ...problem, values: { ...problem.values, line: name(line as Parameters<typeof name>[0]) } }],
  };
}
