export const OUTCOMES = ["grant", "grant_in_part", "refuse", "not_treat"] as const;
/** The outcome of a proposal or decision; the same words as the moves of the decider. */
export type Outcome = (typeof OUTCOMES)[number];

/** How a request to complete ends. */
export const COMPLETION_ENDS = ["completed", "lapsed", "withdrawn"] as const;
