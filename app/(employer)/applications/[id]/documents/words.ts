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

/** The result of the last attempt in the address; parameters without meaning are ignored. */
export const readWords = (params: unknown): Words => words.parse(params);
