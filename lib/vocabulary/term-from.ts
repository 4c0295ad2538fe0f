import type { Distribution } from "./distribution";

/**
 * From what the term for a decision runs, made known with the window: from the day of receipt, from the day on which the
 * application became complete, or from the day on which the window closes.
 */
export const TERM_FROMS = ["receipt", "completeness", "closing"] as const;
export type TermFrom = (typeof TERM_FROMS)[number];

/**
 * What is usual for a way of dividing: in order of receipt the term runs from receipt, when all of a window are compared
 * it runs from closing (Aanwijzingen voor subsidieverstrekking, 17(1)).
 */
export const usualTermFrom = (distribution: Distribution): TermFrom =>
  distribution === "window_lottery" ? "closing" : "receipt";
