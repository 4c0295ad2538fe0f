"use server";
import { redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { askQuestion } from "@/lib/correspondence/commands/ask-question";
import { problemOf } from "@/lib/correspondence/messages";
import { questionSchema } from "@/lib/correspondence/question";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { orNotFound } from "../or-not-found";

/** Asks or answers, as the ministry. */
export async function askAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer", "decider");
  const typed = rawSection(data);
  const parsed = questionSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const asked = await orNotFound(askQuestion(actor, parsed.data));
  if (!asked.ok) return { problems: [problemOf(asked.refusal)], values: typed };
  return redirect(`/cases/${parsed.data.applicationId}/questions`);
}
