/**
 * Kinds of ceiling change: a first ceiling for a year, a raise, a lowering, an early release of an earmark, a resolution
 * of a source that contradicts itself, or both sides of a transfer between ceilings.
 */
export const CHANGE_KINDS = ["set", "raise", "lower", "release", "resolve", "transfer", "receive"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The figures of a year in which the printed total is not the sum of the printed lines. */
export const FIGURES = ["printed", "added_up"] as const;
export type Figure = (typeof FIGURES)[number];
