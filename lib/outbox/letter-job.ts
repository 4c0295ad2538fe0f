import * as z from "zod";
import { LETTER_KINDS } from "@/lib/vocabulary/letter-kinds";

export const LETTER_QUEUE = "letters";

/** A letter to publish: its application, and the version that the move led to. */
export const letterJobSchema = z.object({
  kind: z.enum(LETTER_KINDS),
  applicationId: z.uuid(),
  about: z.string().regex(/^[\w-]{1,60}$/),
});
/** The letters of one bulk grant: one job, however many there are. */
export const bulkLettersJobSchema = z.object({ bulkId: z.uuid() });
export type BulkLettersJob = z.output<typeof bulkLettersJobSchema>;

export type LetterJob = z.output<typeof letterJobSchema>;
