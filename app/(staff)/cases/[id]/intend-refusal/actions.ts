"use server";
import { notFound, redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { intendRefusal } from "@/lib/decisions/commands/intend-refusal";
import { lapseResponse } from "@/lib/decisions/commands/lapse-response";
import { problemOf } from "@/lib/decisions/messages";
import { confirmationSchema, intentionSchema } from "@/lib/decisions/schema";
import { NotFound } from "@/lib/errors";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";

export async function intendRefusalAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const typed = rawSection(data);
  const parsed = intentionSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const intended = await orNotFound(intendRefusal(actor, parsed.data));
  return intended.ok
    ? redirect(`/cases/${parsed.data.applicationId}`)
    : { problems: [problemOf(intended.refusal)], values: typed };
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

async function orNotFound<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
