/** Who signs in, and through which of the two providers. */
export const PERSON_KINDS = ["employer", "staff"] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];
