/** Every kind of letter that is published; `lib/letters` composes them. */
export const LETTER_KINDS = [
  "decision",
  "intended_refusal",
  "intended_lowering",
  "delay_notice",
  "default_notice",
  "completion_request",
  "reserve",
  "suspension",
  "resumption",
  "wait_question",
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const isLetterKind = (kind: string): kind is LetterKind =>
  LETTER_KINDS.some((known) => known === kind);
