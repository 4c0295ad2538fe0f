import * as z from "zod";
import { LETTER_KINDS } from "@/lib/vocabulary/letter-kinds";

export const LETTER_QUEUE = "letters";

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
