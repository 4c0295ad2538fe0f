"use server";
import { notFound, redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { intendRefusal } from "@/lib/decisions/commands/intend-refusal";
import { lapseResponse } from "@/lib/decisions/commands/lapse-response";
import { writeIntention } from "@/lib/decisions/commands/write-intention";
import { problemOf } from "@/lib/decisions/messages";
import { confirmationSchema, intentionSchema, lookedOverSchema } from "@/lib/decisions/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { orNotFound } from "../or-not-found";

/** Keeps what the reviewer wrote, and shows it as the employer will read it. */
export async function writeIntentionAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const typed = rawSection(data);
  const parsed = intentionSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const written = await orNotFound(writeIntention(actor, parsed.data));
  return written.ok
    ? redirect(`/cases/${parsed.data.applicationId}/intend-refusal/preview`)
    : { problems: [problemOf(written.refusal)], values: typed };
}

/** Sends what was looked over. */
export async function intendRefusalAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const parsed = lookedOverSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const intended = await orNotFound(intendRefusal(actor, parsed.data));
  return intended.ok
    ? redirect(`/cases/${parsed.data.applicationId}`)
    : { problems: [problemOf(intended.refusal)] };
}

export async function lapseResponseAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const parsed = confirmationSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const lapsed = await orNotFound(lapseResponse(actor, parsed.data));
  return lapsed.ok
    ? redirect(`/cases/${parsed.data.applicationId}`)
    : { problems: [problemOf(lapsed.refusal)] };
}
