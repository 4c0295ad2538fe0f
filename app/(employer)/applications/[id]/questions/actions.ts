"use server";
import { notFound } from "next/navigation";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { QUESTION_PLACE } from "@/lib/answers/kept-place";
import { askQuestion } from "@/lib/correspondence/commands/ask-question";
import { questionSchema } from "@/lib/correspondence/question";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { redirectAndRevalidate } from "../../../redirect-and-revalidate";
import { senderOf } from "../save-answers";

const aboutSchema = z.object({ applicationId: z.uuid() });

/** Asks or answers, as the employer. */
export async function askAction(_previous: FormState, data: FormData): Promise<FormState> {
  const typed = rawSection(data);
  const { data: about } = aboutSchema.safeParse(typed);
  if (!about) return notFound();
  const { applicationId } = about;
  const { question = "" } = typed;
  const actor = await senderOf(
    { applicationId, place: QUESTION_PLACE, answers: { question }, revision: 0 },
    typed,
  );
  if ("problems" in actor) return actor;
  const parsed = questionSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const asked = await orNotFound(askQuestion(actor, parsed.data));
  if (!asked.ok) return { problems: [problemOf(asked.refusal)], values: typed };
  return redirectAndRevalidate(`/applications/${parsed.data.applicationId}/questions`);
}
