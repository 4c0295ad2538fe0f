import "server-only";
import { eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor, readAs, type Tx } from "@/db/client";
import { questions } from "@/db/schema";
import type { Employer, Staff } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { forgetKept } from "@/lib/answers/commands/forget-answers";
import { QUESTION_PLACE } from "@/lib/answers/kept-place";
import { isOwnEmployer } from "@/lib/applications/commands/is-own-employer";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import type { questionSchema } from "@/lib/correspondence/question";
import { NotFound } from "@/lib/errors";
import { count, type TooMany } from "@/lib/limits/commands/count";
import { enqueueMail } from "@/lib/outbox/commands/enqueue";
import { seal } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";

export type QuestionRefusal = { reason: "own-employer" } | { reason: "not-filed" } | TooMany;

/**
 * Asks or answers a question about a filed application, for an employer or an official; the employer gets a mail.
 * Repeating the same `id` changes nothing. It changes no state and is no formal message. Throws NotFound.
 */
export async function askQuestion(
  actor: Employer | Staff,
  input: z.output<typeof questionSchema>,
): Promise<Result<{ id: string }, QuestionRefusal>> {
  demandLevel(actor, "question.ask");
  const { applicationId, id } = input;
  const side = actor.kind === "employer" ? "employer" : "ministry";
  if (side === "employer" && !(await readAs(actor, (tx) => isKnown(tx, id)))) {
    const counted = await count("question-person", actor.personId);
    if (!counted.ok) return counted;
  }
  return asActor(actor, async (tx) => {
    if (await isOwnEmployer(tx, applicationId)) return refuse({ reason: "own-employer" });
    const { organisationId, state } = await lockApplication(tx, applicationId);
    if (actor.kind === "employer" && organisationId !== actor.organisationId)
      throw new NotFound(`application ${applicationId}`);
    if (state === "draft") return refuse({ reason: "not-filed" });
    if (actor.kind === "employer") await forgetKept(tx, actor, applicationId, QUESTION_PLACE);
    if (await isKnown(tx, id)) return ok({ id });
    const words = await seal(input.question, `questions.words:${id}`);
    await tx
      .insert(questions)
      .values({ id, applicationId, organisationId, side, personId: actor.personId, words });
    await recordEvent(tx, actor, {
      type: "question.ask",
      stream: `application:${applicationId}`,
      organisationId,
      applicationId,
      payload: { id, side },
    });
    if (side === "ministry") await enqueueMail(tx, { kind: "question", applicationId, about: id });
    return ok({ id });
  });
}

const isKnown = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.select({ id: questions.id }).from(questions).where(eq(questions.id, id))).length > 0;
