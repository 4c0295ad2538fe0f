import { addDays, type Day, dayOf, daysBetween } from "@/lib/dates";

/** Days before a window closes on which an unsent draft is reminded of, the first reminder first. */
const DAYS_BEFORE = [14, 3, 1] as const;

/**
 * The reminder that is due at `now` for drafts in a window: how many days before closing it belongs to, and before
 * which day a draft must have been started: whoever began on that day or later knows. When a reminder was missed the
 * next one takes its place, until the window has closed. Days are calendar days in the Netherlands.
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
