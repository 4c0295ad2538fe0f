import type { Suspension } from "@/lib/calendar/terms";
import type { Day } from "@/lib/dates";

/** The days of one request to complete; `endedOn` is null while it runs. */
export type Term = { askedOn: Day; dueOn: Day; endedOn: Day | null };

/**
 * The suspension that a request to complete causes, on `today`: an open one counts until today, and none counts beyond
 * the last day to answer (Awb 4:15(1)(a)).
 */
export function suspensionOf({ askedOn, dueOn, endedOn }: Term, today: Day): Suspension {
  const end = endedOn ?? today;
  return { invitedOn: askedOn, endedOn: end > dueOn ? dueOn : end };
}
