import type { Day } from "@/lib/day";

/** First and last day of the aid that counts now. */
export type AidPeriod = { since: Day; today: Day };

/** Why the day of a grant is questioned: it is in the future, or too long ago to count. */
export const ODD_DAYS = ["future", "expired"] as const;
type OddDay = (typeof ODD_DAYS)[number];

export function oddDay(grantedOn: Day, { since, today }: AidPeriod): OddDay | undefined {
  if (grantedOn > today) return "future";
  return grantedOn < since ? "expired" : undefined;
}
