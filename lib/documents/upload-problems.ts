import { MEGABYTE, MOST_BYTES, MOST_DOCUMENTS } from "@/lib/documents/document";
import type { Problem } from "@/lib/form-state";

/** Codes of every sentence in answer to an upload; the address of the page holds such a code and no text. */
export const DOCUMENT_PROBLEMS = [
  "document-missing",
  "document-empty",
  "document-too-large",
  "document-virus",
  "document-svg",
  "document-word",
  "document-heic",
  "document-wrong-type",
  "document-damaged",
  "document-two-in-one",
  "document-name-folder",
  "document-name-turned",
  "document-too-many",
  "document-too-much",
  "document-busy",
  "document-away",
  "document-closed",
  "document-session-ended",
  "document-unknown",
] as const;
export type DocumentProblem = (typeof DOCUMENT_PROBLEMS)[number];

const IN_GENERAL: readonly DocumentProblem[] = [
  "document-closed",
  "document-session-ended",
  "document-busy",
  "document-away",
];

/** A code as a problem of the upload form, with the values in its sentence. */
export const uploadProblem = (code: DocumentProblem): Problem => ({
  field: IN_GENERAL.includes(code) ? "" : "documentFile",
  code,
  values: { most: MOST_DOCUMENTS, megabytes: MOST_BYTES / MEGABYTE },
});
