import { MEGABYTE, MOST_BYTES, MOST_DOCUMENTS } from "@/lib/documents/document";
import type { DocumentRefusal } from "@/lib/documents/refusals";
import type { Problem } from "@/lib/form-state";

/** Codes of every sentence in answer to an upload; the address of the page holds such a code and no text. */
export const DOCUMENT_PROBLEMS = [
  "document_missing",
  "document_empty",
  "document_too_large",
  "document_virus",
  "document_svg",
  "document_word",
  "document_heic",
  "document_wrong_type",
  "document_damaged",
  "document_two_in_one",
  "document_name_folder",
  "document_name_turned",
  "document_too_many",
  "document_too_much",
  "document_busy",
  "document_away",
  "document_closed",
  "document_session_ended",
  "document_unknown",
] as const;
export type DocumentProblem = (typeof DOCUMENT_PROBLEMS)[number];

/** A refusal as the code of its sentence. */
export function codeOf(refusal: DocumentRefusal): DocumentProblem {
  switch (refusal.reason) {
    case "no-file":
      return "document_missing";
    case "empty":
      return "document_empty";
    case "too-large":
      return "document_too_large";
    case "virus":
      return "document_virus";
    case "svg":
      return "document_svg";
    case "wrong-type":
      return codeOfType(refusal.looksLike);
    case "damaged":
      return "document_damaged";
    case "two-in-one":
      return "document_two_in_one";
    case "name-with-folder":
      return "document_name_folder";
    case "name-turned-around":
      return "document_name_turned";
    case "too-many":
      return "document_too_many";
    case "too-much":
      return "document_too_much";
    case "busy":
      return "document_busy";
    case "closed":
      return "document_closed";
  }
}

function codeOfType(looksLike: string | undefined): DocumentProblem {
  if (looksLike && ["docx", "doc", "cfb", "odt", "rtf"].includes(looksLike)) return "document_word";
  if (looksLike && ["heic", "heif", "avif"].includes(looksLike)) return "document_heic";
  return "document_wrong_type";
}

const IN_GENERAL: readonly DocumentProblem[] = [
  "document_closed",
  "document_session_ended",
  "document_busy",
  "document_away",
];

/** A code as a problem of the upload form, with the values in its sentence. */
export const problemOf = (code: DocumentProblem): Problem => ({
  field: IN_GENERAL.includes(code) ? "" : "documentFile",
  code,
  values: { most: MOST_DOCUMENTS, megabytes: MOST_BYTES / MEGABYTE },
});
