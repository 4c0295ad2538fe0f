import type { Distribution } from "./distribution";

/**
 * Start of the term for a decision, made known with the window: the day of receipt, the day on which the application
 * became complete, or the closing day of the window.
 */
export const TERM_FROMS = ["receipt", "completeness", "closing"] as const;
export type TermFrom = (typeof TERM_FROMS)[number];

/**
 * The usual start for a distribution: in order of receipt the day of receipt, when all of a window are compared the
 * closing day (Aanwijzingen voor subsidieverstrekking, 17(1)).
 */
export const usualTermFrom = (distribution: Distribution): TermFrom =>
  distribution === "window_lottery" ? "closing" : "receipt";
