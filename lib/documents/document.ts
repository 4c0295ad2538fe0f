import type { Scan } from "@/lib/vocabulary/document-kinds";
import type { State } from "@/lib/vocabulary/lifecycle";

export const MEDIA_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export const isDownloadable = (scan: Scan): boolean => scan === "clean" || scan === "unscanned";

/** States in which an employer may add and remove files. */
export const isOpenForDocuments = (state: State): boolean =>
  state === "draft" || state === "completion_requested";

export const MEGABYTE = 1024 * 1024;
export const LARGEST_BYTES = 10 * MEGABYTE;
/** Limits per application, so that nobody fills the database. */
export const MOST_DOCUMENTS = 20;
export const MOST_BYTES = 60 * MEGABYTE;

/** 1234567 bytes as "1,2 MB", and less than a megabyte as "34 kB"; never zero. */
export function formatSize(bytes: number): string {
  const [amount, unit] =
    bytes >= MEGABYTE ? [bytes / MEGABYTE, "MB"] : [Math.max(1, Math.round(bytes / 1024)), "kB"];
  return `${amount.toLocaleString("nl-NL", { maximumFractionDigits: 1 })} ${unit}`;
}
