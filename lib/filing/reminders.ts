import { addDays, type Day, dayOf, daysBetween } from "@/lib/dates";

/** Days before a window closes on which an unsent draft is reminded of, the first reminder first. */
const DAYS_BEFORE = [14, 3, 1] as const;

/**
 * The reminder that is due at `now` for drafts in a window: its days before closing, and the day before which a draft
 * must have been started. A missed reminder is replaced by the next one, until the window has closed. Days are calendar
 * days in the Netherlands.
 */
export function reminderDue(
  closesAt: Date,
  now: Date,
): { daysBefore: number; startedBefore: Day } | undefined {
  if (now > closesAt) return undefined;
  const closesOn = dayOf(closesAt);
  const left = daysBetween(dayOf(now), closesOn);
  const daysBefore = DAYS_BEFORE.findLast((days) => left <= days);
  return daysBefore && { daysBefore, startedBefore: addDays(closesOn, -daysBefore) };
}
