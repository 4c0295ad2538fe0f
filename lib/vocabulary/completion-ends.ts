/** How a request to complete comes to its end. */
export const COMPLETION_ENDS = ["completed", "lapsed", "withdrawn"] as const;
