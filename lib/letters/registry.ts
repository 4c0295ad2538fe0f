import "server-only";
import type { Tx } from "@/db/client";
import type { Day } from "@/lib/day";
import type { LetterJob } from "@/lib/outbox/letter-job";
import type { LetterKind } from "@/lib/vocabulary/letter-kinds";
import { completionRequest } from "./completion-request/read";
import { decision } from "./decision/read";
import { defaultNotice } from "./default-notice/read";
import type { Composed, Filed, LetterDefinition, LetterMail, MailStatus } from "./definition";
import { delayNotice } from "./delay-notice/read";
import { intendedLowering } from "./intended-lowering/read";
import { intendedRefusal } from "./intended-refusal/read";
import { reserve } from "./reserve/read";
import { resumption } from "./resumption/read";
import { suspension } from "./suspension/read";
import { waitQuestion } from "./wait-question/read";

/** Every kind of letter; concepts, previews, published files and mails are made from it. */
export const LETTERS = {
  decision,
  intended_refusal: intendedRefusal,
  intended_lowering: intendedLowering,
  delay_notice: delayNotice,
  default_notice: defaultNotice,
  completion_request: completionRequest,
  reserve,
  suspension,
  resumption,
  wait_question: waitQuestion,
} satisfies Record<LetterKind, LetterDefinition<unknown>>;

/** The definition of this kind of letter, for any content. */
export const definitionOf = (kind: LetterKind): LetterDefinition<unknown> => LETTERS[kind];

/** The letter that a job asks for, as it was sent; the term to object counts from `today`. Throws NotFound. */
export async function composeLetter(
  tx: Tx,
  application: Filed,
  { kind, about }: LetterJob,
  today: Day,
): Promise<Composed> {
  const { find, compose } = definitionOf(kind);
  return compose(tx, application, await find(tx, application, about), today);
}

/** The content of the mail about the letter of this job; undefined when the mail is no longer needed. Throws NotFound. */
export async function letterMail(
  tx: Tx,
  application: Filed,
  { kind, about }: LetterJob,
  status: MailStatus,
): Promise<LetterMail | undefined> {
  const { find, mail } = definitionOf(kind);
  const { content } = await find(tx, application, about);
  return mail(content, status);
}
