"use server";
import { redirect } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { requireStaff } from "@/lib/auth/session";
import { writeNote } from "@/lib/cases/commands/write-note";
import { noteSchema } from "@/lib/cases/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";

export async function noteAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer", "decider");
  const typed = rawSection(data);
  const parsed = noteSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  await orNotFound(writeNote(actor, parsed.data));
  return redirect(`/cases/${parsed.data.applicationId}`);
}
