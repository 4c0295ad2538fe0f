import type { Suspension } from "@/lib/calendar/terms";
import type { Day } from "@/lib/dates";

/** The days of one request to complete, or of another suspension until `dueOn`; `endedOn` is null while it runs. */
export type Term = { askedOn: Day; dueOn: Day; endedOn: Day | null };

/**
 * The suspension that a request to complete or a recorded suspension causes, on `today`: an open one counts until today,
 * and none counts beyond the last day that was given or told (Awb 4:15).
 */
export function suspensionOf({ askedOn, dueOn, endedOn }: Term, today: Day): Suspension {
  const end = endedOn ?? today;
  return { invitedOn: askedOn, endedOn: end > dueOn ? dueOn : end };
}
