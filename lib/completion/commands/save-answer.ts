import "server-only";
import { sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { completionAnswers } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { forgetKept } from "@/lib/answers/commands/forget-answers";
import { keyOf } from "@/lib/answers/completion-item";
import { answersOf, type Part } from "@/lib/answers/draft";
import { completionPlace, replyPlace } from "@/lib/answers/kept-place";
import { type ApplicationRow, lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { type Answer, mayChange } from "@/lib/completion/answer";
import { NotFound } from "@/lib/errors";
import { type AskBank, outsideAnswers } from "@/lib/filing/commands/outside-answers";
import { keepPart, keptOf, keptPerson, type Saved, type SavedPart } from "@/lib/filing/commands/save-part";
import type { ChangedElsewhere } from "@/lib/filing/refusals";
import type { RawSection } from "@/lib/form-state";
import { keepNumber } from "@/lib/person-checks/commands/keep-number";
import { seal } from "@/lib/privacy/seal";
import { ok, type Result } from "@/lib/result";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { answerSoFar, type NotOpen, openRequest, type RequestRow } from "./open-request";

type Change<R> = (
  answer: Answer,
  request: RequestRow,
  application: ApplicationRow,
  tx: Tx,
) => Promise<Result<Answer, R>>;

/** Changes the answer to a request, under lock; an unchanged answer is not written. Throws NotFound. */
async function changeAnswer<R>(
  actor: Employer,
  applicationId: string,
  change: Change<R>,
): Promise<Result<Answer & { scheme: Scheme }, R | NotOpen>> {
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, applicationId, actor.organisationId);
    const { scheme } = application;
    const request = await openRequest(tx, application, now);
    if (!request.ok) return request;
    const { answer } = await answerSoFar(tx, request.value, application.answers);
    const changed = await change(answer, request.value, application, tx);
    if (!changed.ok) return changed;
    if (changed.value !== answer) {
      const answers = await seal(changed.value, `completion_answers.answers:${request.value.id}`);
      await tx
        .insert(completionAnswers)
        .values({ requestId: request.value.id, organisationId: actor.organisationId, answers })
        .onConflictDoUpdate({
          target: completionAnswers.requestId,
          set: { answers, revision: sql`${completionAnswers.revision} + 1`, savedAt: now },
        });
    }
    return ok({ ...changed.value, scheme });
  });
}

/**
 * Saves one part of the answer to a request as typed, complete or not, as `savePart` does for a draft: it overwrites
 * nothing of a colleague. Throws NotFound for a part without an item.
 */
export async function saveAnswer(
  actor: Employer,
  input: SavedPart,
  askBank?: AskBank,
): Promise<Result<Omit<Saved, "savedAt">, ChangedElsewhere | NotOpen>> {
  demandLevel(actor, "completion.save");
  const { part, applicationId, isTyped } = input;
  const outside = await outsideAnswers(actor, input, () => savedPart(actor, applicationId, part), askBank);
  const changed = await changeAnswer<ChangedElsewhere>(
    actor,
    input.applicationId,
    async (answer, { id, items }, application, tx) => {
      if (!mayChange(items, part)) throw new NotFound(part);
      const place = completionPlace(id, part);
      const chosen = isTyped ? await keptPerson(tx, actor, applicationId, place) : undefined;
      const draft = keepPart(answer.draft, application.scheme, { ...input, outside }, chosen);
      if (!draft.ok) return draft;
      if (draft.value !== answer.draft) await keepNumber(tx, application, input.answers.personNumber);
      await forgetKept(tx, actor, applicationId, place);
      return ok(draft.value === answer.draft ? answer : { ...answer, draft: draft.value });
    },
  );
  if (!changed.ok) return changed;
  const { draft, scheme } = changed.value;
  return ok({ ...keptOf(draft, part), scheme });
}

const savedPart = (actor: Employer, id: string, part: Part): Promise<RawSection | undefined> =>
  asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, id, actor.organisationId);
    const request = await openRequest(tx, application, now);
    if (!request.ok) return undefined;
    return answersOf((await answerSoFar(tx, request.value, application.answers)).answer.draft, part);
  });

/** Saves the explanation of one item, by its key; an empty one removes it. Throws NotFound for an unknown item. */
export async function saveReply(
  actor: Employer,
  input: { applicationId: string; key: string; words: string },
): Promise<Result<true, NotOpen>> {
  demandLevel(actor, "completion.save");
  const { applicationId, key } = input;
  const changed = await changeAnswer<never>(
    actor,
    applicationId,
    async (answer, { id, items }, _application, tx) => {
      if (!items.some((item) => keyOf(item) === key)) throw new NotFound(key);
      await forgetKept(tx, actor, applicationId, replyPlace(id, key));
      const { [key]: before = "", ...others } = answer.replies;
      if (before === input.words) return ok(answer);
      return ok({ ...answer, replies: input.words ? { ...others, [key]: input.words } : others });
    },
  );
  return changed.ok ? ok(true) : changed;
}
