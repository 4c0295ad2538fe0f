import * as z from "zod";

export const LETTER_QUEUE = "letters";

/** Every kind of letter that is published; what each says is composed in `queries/compose-letter.ts`. */
export const LETTER_KINDS = [
  "decision",
  "intended_refusal",
  "intended_lowering",
  "delay_notice",
  "default_notice",
  "completion_request",
  "reserve",
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** A letter that is asked for: about which application, and which move of it: the version that it led to. */
export const letterJobSchema = z.object({
  kind: z.enum(LETTER_KINDS),
  applicationId: z.uuid(),
  about: z.string().regex(/^[\w-]{1,60}$/),
});
/** The letters of everything that one decision granted together: one job, however many there are. */
export const bulkLettersJobSchema = z.object({ bulkId: z.uuid() });
export type BulkLettersJob = z.output<typeof bulkLettersJobSchema>;

export type LetterJob = z.output<typeof letterJobSchema>;
