import { Temporal } from "temporal-polyfill";
import { type Day, ZONE } from "./day";

export type { Day };

/** The calendar day in the Netherlands on which an instant falls. */
export function dayOf(instant: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString();
}

/** The instant at which a calendar day begins in the Netherlands. */
export const startOfDay = (day: Day): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds);

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();
/** A day that the month lacks becomes its last day: 31 August plus six months is 28 or 29 February. */
export const addMonths = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString();
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Temporal.PlainDate.from(from).until(to).days;

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek;

export const laterOf = (a: Day, b: Day): Day => (daysBetween(a, b) > 0 ? b : a);
