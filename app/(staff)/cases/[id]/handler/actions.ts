"use server";
import { notFound, redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import type { AssignmentRefusal } from "@/lib/cases/assignment";
import { claimCase } from "@/lib/cases/commands/claim-case";
import { handOverCase } from "@/lib/cases/commands/hand-over-case";
import { releaseCase } from "@/lib/cases/commands/release-case";
import { takeNextCase } from "@/lib/cases/commands/take-next-case";
import { writeNote } from "@/lib/cases/commands/write-note";
import { caseSchema, handOverSchema, noteSchema } from "@/lib/cases/schema";
import { problemOf } from "@/lib/decisions/messages";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import type { Result } from "@/lib/result";
import { orNotFound } from "../or-not-found";

export async function takeNextAction(): Promise<FormState> {
  const actor = await requireStaff("reviewer", "decider");
  const taken = await takeNextCase(actor);
  return redirect(taken ? `/cases/${taken.applicationId}` : "/cases");
}

export async function claimAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const parsed = caseSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  return done(parsed.data.applicationId, await orNotFound(claimCase(actor, parsed.data)));
}

export async function releaseAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const parsed = caseSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  return done(parsed.data.applicationId, await orNotFound(releaseCase(actor, parsed.data)));
}

export async function handOverAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const typed = rawSection(data);
  const parsed = handOverSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const answer = done(parsed.data.applicationId, await orNotFound(handOverCase(actor, parsed.data)));
  return { ...answer, values: typed };
}

export async function noteAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer", "decider");
  const typed = rawSection(data);
  const parsed = noteSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  await orNotFound(writeNote(actor, parsed.data));
  return redirect(`/cases/${parsed.data.applicationId}`);
}

function done(applicationId: string, result: Result<unknown, AssignmentRefusal>): FormState {
  return result.ok ? redirect(`/cases/${applicationId}`) : { problems: [problemOf(result.refusal)] };
}
