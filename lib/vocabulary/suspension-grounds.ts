/**
 * Why the term for a decision is suspended besides a request to complete (Awb 4:15): the employer agreed in writing to
 * wait on the reserve list, or to a delay (2)(a), the employer caused the delay (2)(b), force majeure (2)(c), or
 * information is asked abroad (1)(b).
 */
export const SUSPENSION_GROUNDS = [
  "wait",
  "consent",
  "applicant",
  "force_majeure",
  "foreign_information",
] as const;
export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number];

/** Grounds that a reviewer can record: only an employer agrees to wait on the reserve list. */
export const RECORDED_GROUNDS = SUSPENSION_GROUNDS.filter((ground) => ground !== "wait");
