import { addDays, type Day, daysBetween, weekdayOf, yearOf } from "@/lib/dates";
import { EQUATED_DAYS, type EquatedDays } from "./equated-days";
import { holidaysOf } from "./holidays";

/** Neither a Saturday, a Sunday, a recognised holiday nor a day equated with one (Atw art. 1, 3). */
export function isOrdinaryDay(day: Day, equated: EquatedDays = EQUATED_DAYS): boolean {
  return weekdayOf(day) <= 5 && !holidaysOf(yearOf(day)).has(day) && !equated.has(day);
}

/** The next ordinary day on or after this one. */
function ordinaryFrom(day: Day, equated: EquatedDays): Day {
  let at = day;
  while (!isOrdinaryDay(at, equated)) at = addDays(at, 1);
  return at;
}

const LONGEST_EXTENDED_WEEKS = 12;

/**
 * Last day of a statutory term of whole weeks that starts the day after `from`. A term that ends on a day that is
 * not ordinary runs on to the next one (Atw art. 1), unless it is longer than twelve weeks (Atw art. 4).
 */
export function endOfTerm(from: Day, weeks: number, equated: EquatedDays = EQUATED_DAYS): Day {
  const end = addDays(from, weeks * 7);
  return weeks > LONGEST_EXTENDED_WEEKS ? end : ordinaryFrom(end, equated);
}

/** Last day to object: six weeks from the day after publication (Awb 6:7, 6:8). */
export const objectionDeadline = (publishedOn: Day, equated?: EquatedDays): Day =>
  endOfTerm(publishedOn, 6, equated);

/**
 * Last day to decide: `weeks` after the day the window closes, moved on by the days that the term was suspended
 * (Awb 4:13, 4:15). Thirteen weeks are never extended for a weekend or holiday.
 */
export function decisionDeadline(
  term: { windowClosesOn: Day; weeks: number; suspendedDays?: number },
  equated?: EquatedDays,
): Day {
  return endOfTerm(addDays(term.windowClosesOn, term.suspendedDays ?? 0), term.weeks, equated);
}

/**
 * Days that a request to complete suspends the term: from the day after it was sent until the day of completion
 * or of the end of the time given (Awb 4:15(1); ABRvS 2016:2527).
 */
export const suspendedDays = (invitedOn: Day, endedOn: Day): number =>
  Math.max(0, daysBetween(invitedOn, endedOn) - 1);
