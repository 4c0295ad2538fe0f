"use server";
import { redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { proposeNotTreating } from "@/lib/decisions/commands/propose-not-treating";
import { problemOf } from "@/lib/decisions/messages";
import { notTreatingSchema } from "@/lib/decisions/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { orNotFound } from "../or-not-found";

export async function notTreatAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const typed = rawSection(data);
  const parsed = notTreatingSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const proposed = await orNotFound(proposeNotTreating(actor, parsed.data));
  return proposed.ok
    ? redirect(`/cases/${parsed.data.applicationId}`)
    : { problems: [problemOf(proposed.refusal)], values: typed };
}
