import "server-only";
import type { Employer } from "@/lib/actor";
import { isKeepable } from "@/lib/answers/kept-place";
import { personNumberSchema } from "@/lib/answers/person-number-schema";
import { currentActor, requireEmployer, timedOutEmployer } from "@/lib/auth/session";
import { NotFound } from "@/lib/errors";
import { keepAnswers } from "@/lib/filing/commands/keep-answers";
import { savePart } from "@/lib/filing/commands/save-part";
import type { SaveRefusal } from "@/lib/filing/refusals";
import type { FormState, RawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { revalidateAllPages } from "../../redirect-and-revalidate";

type Saving = Parameters<typeof savePart>[1];
type Typed = Parameters<typeof keepAnswers>[1];
/** Typed answers to show again, with this revision. */
type Values = (revision: number) => RawSection;

/** Why an answer was not saved, with both versions when a colleague saved first. */
export function refused(refusal: SaveRefusal, values: Values): FormState {
  const problems = [problemOf(refusal)];
  return refusal.reason === "not-a-draft"
    ? { problems, values: values(0) }
    : { problems, values: values(refusal.revision), theirs: refusal.theirs };
}

/** An automatic save: it does not redirect, and an incomplete number does not replace a known one. */
export async function autosavePart(actor: Employer, saving: Saving, values: Values): Promise<FormState> {
  const { personNumber, ...others } = saving.answers;
  const isNumber = personNumberSchema.safeParse(personNumber).success;
  const answers = isNumber ? saving.answers : others;
  try {
    const saved = await savePart(actor, { ...saving, answers, isAutosave: true });
    if (!saved.ok) return refused(saved.refusal, values);
    revalidateAllPages();
    const { revision, savedAt } = saved.value;
    return { problems: [], values: { revision: String(revision) }, savedAt };
  } catch (error) {
    if (error instanceof NotFound) return { problems: [{ field: "", code: "draft_gone" }] };
    throw error;
  }
}

/**
 * The employer who sends a form. After a timed-out session the answers are kept and the person is sent to sign in. They
 * stay on the page instead for an automatic save, after signing out, and for an account or declarations, which are
 * never kept: then the answer to give, with `values`.
 */
export async function senderOf(
  typed: Typed,
  values: RawSection = typed.answers,
  stay = false,
): Promise<Employer | FormState> {
  if ((await currentActor()).kind !== "visitor") return requireEmployer();
  const who = stay || !isKeepable(typed.place) ? undefined : await timedOutEmployer();
  if (!who) return { problems: [{ field: "", code: "session_ended" }], values };
  try {
    await keepAnswers(who, typed);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
  return requireEmployer();
}
