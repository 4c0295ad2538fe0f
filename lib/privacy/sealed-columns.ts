/**
 * Every sealed column, with the columns that name its row. A value is sealed for its table, column and row, and opens
 * nowhere else. Replaced answers are those of the application, so both open as `applications.answers`.
 */
export const SEALED_COLUMNS = {
  "applications.answers": { row: ["id"] },
  "answer_versions.answers": { row: ["application_id"], as: "applications.answers" },
  "completion_answers.answers": { row: ["request_id"] },
  "kept_answers.answers": { row: ["person_id", "application_id", "part"] },
  "contact_changes.contacts": { row: ["id"] },
  "questions.words": { row: ["id"] },
  "documents.name": { row: ["id"] },
  "document_chunks.sealed": { row: ["document_id", "number"] },
  "invitations.recipient": { row: ["id"] },
  "case_notes.text": { row: ["id"] },
  "draw_seeds.sealed": { row: ["draw_id"] },
  "sessions.id_token": { row: ["id"] },
  "person_checks.explanation": { row: ["id"] },
  "person_number_openings.reason": { row: ["id"] },
  "person_numbers.number": { row: ["application_id", "person_key"] },
} as const satisfies Record<string, { row: readonly string[]; as?: string }>;

export type SealedColumn = keyof typeof SEALED_COLUMNS;

/** What a value is sealed for: a column and a row of it, a cookie, or the check of readiness. */
export type Place =
  `${Exclude<SealedColumn, "answer_versions.answers"> | "cookie.precheck" | "cookie.status" | "health.check"}:${string}`;

/** The place of the answers of an application, its replaced answers included. */
export const answersOfApplication = (applicationId: string): Place => `applications.answers:${applicationId}`;

/** The place of one piece of a file. */
export const placeOfChunk = (documentId: string, number: number): Place =>
  `document_chunks.sealed:${documentId}:${number}`;

/** The place of a row, by the values of the columns that name it, in their order. */
export function placeOfRow(column: SealedColumn, row: readonly (string | number)[]): Place {
  const { as = column } = SEALED_COLUMNS[column] as { as?: SealedColumn };
  return `${as}:${row.join(":")}` as Place;
}
