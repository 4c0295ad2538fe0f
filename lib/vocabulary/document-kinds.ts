/** What a document is for. */
export const DOCUMENT_KINDS = ["bank_statement", "signed_plan", "kvk_extract", "other"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
/** What rules can ask for; each has words for its check. */
export const REQUIRABLE_KINDS = ["bank_statement"] as const satisfies DocumentKind[];
export type RequirableKind = (typeof REQUIRABLE_KINDS)[number];

/**
 * What a virus scanner made of it: `unscanned` where no scanner is configured; `waiting` in quarantine, until the
 * scanner can be reached; `infected` once the scanner found something afterwards, and its content is gone.
 */
export const SCANS = ["clean", "unscanned", "waiting", "infected"] as const;
export type Scan = (typeof SCANS)[number];

/** What the rules ask for that is not there yet; what a virus was found in does not count. */
export const missingKinds = <K extends DocumentKind>(
  required: readonly K[],
  present: readonly { kind: DocumentKind; scan: Scan }[],
): K[] =>
  required.filter((kind) => !present.some((there) => there.kind === kind && there.scan !== "infected"));
