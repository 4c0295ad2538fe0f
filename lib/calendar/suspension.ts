import type { Suspension } from "@/lib/calendar/terms";
import type { Day } from "@/lib/dates";

/** The days of one request to complete; `endedOn` is null while it runs. */
export type Term = { askedOn: Day; dueOn: Day; endedOn: Day | null };

/**
 * A request to complete as it suspends the term for a decision on `today`: what runs still counts until today, and
 * nothing counts beyond the last day that was given for it (Awb 4:15(1)(a)).
 */
export function suspensionOf({ askedOn, dueOn, endedOn }: Term, today: Day): Suspension {
  const end = endedOn ?? today;
  return { invitedOn: askedOn, endedOn: end > dueOn ? dueOn : end };
}
