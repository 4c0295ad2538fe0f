"use server";
import { notFound } from "next/navigation";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { afterRowButton, rowsShown } from "@/lib/answers/aid-rows";
import { SECTIONS } from "@/lib/answers/answers";
import { forgetAnswers } from "@/lib/answers/commands/forget-answers";
import type { Part } from "@/lib/answers/draft";
import { judgeSaved } from "@/lib/answers/form-schemas";
import { requireEmployer } from "@/lib/auth/session";
import { addTrajectory } from "@/lib/filing/commands/add-trajectory";
import { removeTrajectory } from "@/lib/filing/commands/remove-trajectory";
import { savePart } from "@/lib/filing/commands/save-part";
import { nextStep, partHref, stepHref } from "@/lib/filing/next-step";
import { readDraft } from "@/lib/filing/queries/read-draft";
import { type FormState, type RawSection, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { redirectAndRevalidate } from "../../redirect-and-revalidate";
import { autosavePart, refused, senderOf } from "./save-answers";

const partSchema = z.union([z.enum(SECTIONS), z.templateLiteral(["trajectory:", z.uuid()])]);
const targetSchema = z.object({ id: z.uuid(), part: partSchema, isTyped: z.boolean().optional() });
const addSchema = z.object({ id: z.uuid(), key: z.uuid(), copyOf: z.uuid().optional() });
const forgetSchema = z.object({
  id: z.uuid(),
  place: z.union([partSchema, z.templateLiteral(["form:", z.string()])]).optional(),
  page: z
    .string()
    .regex(/^[\w/%-]+$/)
    .optional(),
});
const removeSchema = z.object({ id: z.uuid(), key: z.uuid() });

/**
 * Saves one part; goes on when it is valid or saved for later, otherwise returns its problems. An automatic save only
 * reports whether it was saved.
 */
export async function savePartAction(
  target: { id: string; part: Part; isTyped?: boolean },
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { data: parsed } = targetSchema.safeParse(target);
  if (!parsed) return notFound();
  const { id, part, isTyped = false } = parsed;
  const { revision: typedRevision, from = "", later, autosave, rows, ...typed } = rawSection(data);
  const answers = part === "stateAid" ? afterRowButton(typed, rows) : typed;
  const revision = Number(typedRevision) || 0;
  const { personNumber: _never, ...shown } = answers;
  const values = (revisionNow: number): RawSection => ({ ...shown, from, revision: String(revisionNow) });
  const saving = { applicationId: id, part, answers, revision, isTyped };

  const actor = await senderOf({ ...saving, place: part }, values(revision), autosave !== undefined);
  if ("problems" in actor) return actor;
  if (autosave) return autosavePart(actor, saving, values);
  const saved = await orNotFound(savePart(actor, saving));
  if (!saved.ok) return refused(saved.refusal, values);
  if (later) return redirectAndRevalidate(`/applications/${id}?saved=1`);
  if (rows)
    return {
      problems: [],
      values: { ...values(saved.value.revision), ...rowsShown(rows, saved.value.revision) },
    };
  const { problems, typed: known } = judgeSaved(part, answers, saved.value);
  if (problems.length > 0) return { problems, values: { ...values(saved.value.revision), ...known } };
  if (from === "check") return redirectAndRevalidate(`/applications/${id}/check`);
  const draft = await readDraft(actor, id);
  if (!draft || draft === "filed") return redirectAndRevalidate(`/applications/${id}`);
  return redirectAndRevalidate(stepHref(id, nextStep(draft, part)));
}

/** Adds a trajectory, empty or as a copy, and opens it. */
export async function addTrajectoryAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const { data: parsed } = addSchema.safeParse(Object.fromEntries(data));
  if (!parsed) return notFound();
  const { id, key, copyOf } = parsed;
  const added = await orNotFound(addTrajectory(actor, { applicationId: id, key, copyOf }));
  if (!added.ok) return { problems: [problemOf(added.refusal)] };
  return redirectAndRevalidate(partHref(id, `trajectory:${key}`));
}

/** Removes a trajectory from the draft, after confirmation. */
export async function removeTrajectoryAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const { data: parsed } = removeSchema.safeParse(Object.fromEntries(data));
  if (!parsed) return notFound();
  const removed = await orNotFound(removeTrajectory(actor, { applicationId: parsed.id, key: parsed.key }));
  if (!removed.ok) return { problems: [problemOf(removed.refusal)] };
  return redirectAndRevalidate(`/applications/${parsed.id}`);
}

/** Discards kept answers of one form, or of a whole draft. */
export async function forgetAnswersAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const { data: parsed } = forgetSchema.safeParse(Object.fromEntries(data));
  if (!parsed) return notFound();
  const { id, place, page } = parsed;
  await forgetAnswers(actor, id, place);
  return redirectAndRevalidate(page ? `/applications/${id}/${page}` : `/applications/${id}`);
}
