/** What authorities can confirm about a person: the residence permit (IND), the employment (UWV). */
export const PERSON_CHECKS = ["permit", "employment"] as const;
export type PersonCheck = (typeof PERSON_CHECKS)[number];

/** `differs`: the authority knows something else; `unknown`: it does not know the person. */
export const CHECK_RESULTS = ["confirmed", "differs", "unknown"] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** Asked by the portal, or by the reviewer outside it. */
export const CHECK_WAYS = ["service", "by_hand"] as const;
export type CheckWay = (typeof CHECK_WAYS)[number];
