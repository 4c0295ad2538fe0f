import * as z from "zod";
import { DOCUMENT_PROBLEMS } from "@/lib/documents/upload-problems";
import { DOCUMENT_KINDS, SCANS } from "@/lib/vocabulary/document-kinds";

const words = z.object({
  from: z.literal("check").optional().catch(undefined),
  added: z.enum(SCANS).optional().catch(undefined),
  removed: z.literal("1").optional().catch(undefined),
  refused: z.enum(DOCUMENT_PROBLEMS).optional().catch(undefined),
  kind: z.enum(DOCUMENT_KINDS).catch("bank_statement"),
});
export type Words = z.output<typeof words>;

/** What the address says of the last attempt; anything it cannot mean is left out. */
export const readWords = (params: unknown): Words => words.parse(params);
