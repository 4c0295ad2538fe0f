"use server";
import { redirect } from "next/navigation";
import { requireEmployer } from "@/lib/auth/session";
import { askQuestion } from "@/lib/correspondence/commands/ask-question";
import { problemOf } from "@/lib/correspondence/messages";
import { questionSchema } from "@/lib/correspondence/question";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { orNotFound } from "../../../or-not-found";

/** Asks or answers, as the employer. */
export async function askAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const typed = rawSection(data);
  const parsed = questionSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const asked = await orNotFound(askQuestion(actor, parsed.data));
  if (!asked.ok) return { problems: [problemOf(asked.refusal)], values: typed };
  return redirect(`/applications/${parsed.data.applicationId}/questions`);
}
