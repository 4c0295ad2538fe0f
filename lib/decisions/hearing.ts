import type { Ground } from "./grounds";

/**
 * Grounds that rest on facts which differ from what the employer stated himself: he is heard before they are proposed
 * (Awb 4:7; refusals under 4:35 are no exception, Awb 4:12). What follows from his own statements, or from the
 * ceiling, needs no hearing.
 */
const NEEDS_HEARING = [
  "activities_unlikely",
  "obligations_unlikely",
  "poor_accounts",
  "false_data",
  "insolvency",
  "same_person",
  "double_funding",
] as const satisfies readonly Ground[];

/** Days to respond, when the official sets no other: as for a request to complete. Assumption. */
export const RESPONSE_DAYS = 14;

/** Of these grounds, those on which the employer was not heard yet. */
export const unheard = (grounds: readonly Ground[], heard: readonly string[]): Ground[] =>
  grounds.filter((ground) => NEEDS_HEARING.some((needs) => needs === ground) && !heard.includes(ground));
