import type { State } from "@/lib/vocabulary/lifecycle";

/** What a document is for. */
export const DOCUMENT_KINDS = ["bank_statement", "signed_plan", "kvk_extract", "other"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
/** What rules can ask for; each has words for its check. */
export const REQUIRABLE_KINDS = ["bank_statement"] as const satisfies DocumentKind[];
export type RequirableKind = (typeof REQUIRABLE_KINDS)[number];

export const MEDIA_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/**
 * What a virus scanner made of it: `unscanned` where no scanner is configured; `waiting` in quarantine, until the
 * scanner can be reached; `infected` once the scanner found something afterwards, and its content is gone.
 */
export const SCANS = ["clean", "unscanned", "waiting", "infected"] as const;
export type Scan = (typeof SCANS)[number];

export const isDownloadable = (scan: Scan): boolean => scan === "clean" || scan === "unscanned";

/** While an employer may add and remove: in a draft, and while completion is asked. */
export const isOpenForDocuments = (state: State): boolean =>
  state === "draft" || state === "completion_requested";

export const MEGABYTE = 1024 * 1024;
export const LARGEST_BYTES = 10 * MEGABYTE;
/** Of one application, so that nobody fills the database. */
export const MOST_DOCUMENTS = 20;
export const MOST_BYTES = 60 * MEGABYTE;

/** What the rules ask for that is not there yet; what a virus was found in does not count. */
export const missingKinds = <K extends DocumentKind>(
  required: readonly K[],
  present: readonly { kind: DocumentKind; scan: Scan }[],
): K[] =>
  required.filter((kind) => !present.some((there) => there.kind === kind && there.scan !== "infected"));

/** 1234567 bytes as "1,2 MB", and less than a megabyte as "34 kB"; never zero. */
export function formatSize(bytes: number): string {
  const [amount, unit] =
    bytes >= MEGABYTE ? [bytes / MEGABYTE, "MB"] : [Math.max(1, Math.round(bytes / 1024)), "kB"];
  return `${amount.toLocaleString("nl-NL", { maximumFractionDigits: 1 })} ${unit}`;
}

/** What a piece of content is sealed to, so that it opens in its own place only. */
export const placeOfChunk = (documentId: string, number: number): string =>
  `document:${documentId}:${number}`;
