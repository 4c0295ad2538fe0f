"use server";
import { notFound } from "next/navigation";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { afterRowButton, rowsShown } from "@/lib/answers/aid-rows";
import { partSchema } from "@/lib/answers/completion-item";
import type { Part } from "@/lib/answers/draft";
import { judgeSaved } from "@/lib/answers/form-schemas";
import { completionPlace, replyPlace } from "@/lib/answers/kept-place";
import { requireEmployer } from "@/lib/auth/session";
import { completeApplication } from "@/lib/completion/commands/complete-application";
import { saveAnswer, saveReply } from "@/lib/completion/commands/save-answer";
import { replySchema } from "@/lib/completion/schema";
import { type FormState, problemsIn, type RawSection, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { redirectAndRevalidate } from "../../../redirect-and-revalidate";
import { senderOf } from "../save-answers";

const targetSchema = z.object({
  id: z.uuid(),
  requestId: z.uuid(),
  part: partSchema,
  isTyped: z.boolean().optional(),
});
const replyTargetSchema = z.object({ id: z.uuid(), requestId: z.uuid(), key: z.string().max(100) });
const sendSchema = z.object({
  id: z.uuid(),
  requestId: z.uuid(),
  revision: z.coerce.number().int().nonnegative(),
});

/** Saves one part of the answer; returns to the points when it is valid or saved for later. */
export async function saveAnswerAction(
  target: { id: string; requestId: string; part: Part; isTyped: boolean },
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { data: parsed } = targetSchema.safeParse(target);
  if (!parsed) return notFound();
  const { id, requestId, part, isTyped = false } = parsed;
  const { revision: typedRevision, from = "", later, rows, ...typed } = rawSection(data);
  const revision = Number(typedRevision) || 0;
  const answers = part === "stateAid" ? afterRowButton(typed, rows) : typed;
  const { personNumber: _never, ...shown } = answers;
  const values = (revisionNow: number): RawSection => ({ ...shown, from, revision: String(revisionNow) });

  const saving = { applicationId: id, part, answers, revision, isTyped };
  const actor = await senderOf({ ...saving, place: completionPlace(requestId, part) }, values(revision));
  if ("problems" in actor) return actor;
  const saved = await orNotFound(saveAnswer(actor, saving));
  if (!saved.ok) {
    const { refusal } = saved;
    if (refusal.reason !== "changed-elsewhere") return { problems: [problemOf(refusal)], values: shown };
    return { problems: [problemOf(refusal)], values: values(refusal.revision), theirs: refusal.theirs };
  }
  const { revision: savedAs } = saved.value;
  if (rows) return { problems: [], values: { ...values(savedAs), ...rowsShown(rows, savedAs) } };
  const { problems, typed: known } = judgeSaved(part, answers, saved.value);
  if (problems.length > 0 && !later) return { problems, values: { ...values(savedAs), ...known } };
  return redirectAndRevalidate(`/applications/${id}/completion?saved=1`);
}

/** Saves the explanation of one point. */
export async function saveReplyAction(
  target: { id: string; requestId: string; key: string },
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { data: parsed } = replyTargetSchema.safeParse(target);
  if (!parsed) return notFound();
  const { id: applicationId, requestId, key } = parsed;
  const typed = rawSection(data);
  const actor = await senderOf({
    applicationId,
    place: replyPlace(requestId, key),
    answers: { reply: typed.reply ?? "" },
    revision: 0,
  });
  if ("problems" in actor) return actor;
  const reply = replySchema.safeParse(typed);
  if (!reply.success) return { problems: problemsIn(reply.error), values: typed };
  const saved = await orNotFound(saveReply(actor, { applicationId, key, words: reply.data.reply }));
  if (!saved.ok) return { problems: [problemOf(saved.refusal)], values: typed };
  return redirectAndRevalidate(`/applications/${applicationId}/completion?saved=1`);
}

/** Sends the previewed answer. */
export async function completeAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const { data: parsed } = sendSchema.safeParse(rawSection(data));
  if (!parsed) return notFound();
  const { id: applicationId, ...seen } = parsed;
  const completed = await orNotFound(completeApplication(actor, { applicationId, ...seen }));
  if (!completed.ok) return { problems: [problemOf(completed.refusal)] };
  return redirectAndRevalidate(`/applications/${applicationId}`);
}
