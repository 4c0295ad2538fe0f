import type { Day } from "@/lib/dates";
import { isOrdinaryDay } from "./atw";
import { type EquatedDays, NO_EQUATED_DAYS } from "./equated-days";

/**
 * Changes to the table of equated days (Atw art. 3(3)): only days still to come, because terms that ended do not
 * change.
 */
export type CalendarRefusal =
  | { reason: "day-is-past" }
  | { reason: "day-changes-nothing" }
  | { reason: "day-known-already" }
  | { reason: "day-unknown" };

/** Why this day cannot be added, if so: a weekend or holiday is no working day already. */
export function addRefusal(day: Day, today: Day, known: EquatedDays): CalendarRefusal | undefined {
  if (day <= today) return { reason: "day-is-past" };
  if (known.has(day)) return { reason: "day-known-already" };
  return isOrdinaryDay(day, NO_EQUATED_DAYS) ? undefined : { reason: "day-changes-nothing" };
}

/** Why this day cannot be removed, if so. */
export function removeRefusal(day: Day, today: Day, known: EquatedDays): CalendarRefusal | undefined {
  if (!known.has(day)) return { reason: "day-unknown" };
  return day <= today ? { reason: "day-is-past" } : undefined;
}
