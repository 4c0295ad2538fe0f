/** The purpose of a document. */
export const DOCUMENT_KINDS = ["bank_statement", "signed_plan", "kvk_extract", "other"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
/** Kinds that rules can require; each has words for its check. */
export const REQUIRABLE_KINDS = ["bank_statement"] as const satisfies DocumentKind[];
export type RequirableKind = (typeof REQUIRABLE_KINDS)[number];

/**
 * Verdict of the virus scanner: `unscanned` where no scanner is configured; `waiting` in quarantine, until the scanner
 * can be reached; `infected` when it found something, and the content is deleted.
 */
export const SCANS = ["clean", "unscanned", "waiting", "infected"] as const;
export type Scan = (typeof SCANS)[number];

/** The required kinds that are missing; an infected file does not count. */
export const missingKinds = <K extends DocumentKind>(
  required: readonly K[],
  present: readonly { kind: DocumentKind; scan: Scan }[],
): K[] =>
  required.filter((kind) => !present.some((there) => there.kind === kind && there.scan !== "infected"));
