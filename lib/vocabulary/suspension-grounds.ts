/**
 * Why the term for a decision stands still besides a request to complete (Awb 4:15): the employer agreed in writing
 * (2)(a), the delay is the employer's own (2)(b), force majeure (2)(c), or information asked abroad (1)(b).
 */
export const SUSPENSION_GROUNDS = ["consent", "applicant", "force_majeure", "foreign_information"] as const;
export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number];
