export const OUTCOMES = ["grant", "grant_in_part", "refuse", "not_treat"] as const;
/** What a proposal or decision comes down to; the same words as the moves of the decider. */
export type Outcome = (typeof OUTCOMES)[number];

/** How a request to complete comes to its end. */
export const COMPLETION_ENDS = ["completed", "lapsed", "withdrawn"] as const;
