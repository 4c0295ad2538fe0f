import { addDays, type Day, weekdayOf, yearOf } from "@/lib/dates";
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

const LONGEST_EXTENDED_DAYS = 90;
const LONGEST_EXTENDED_WEEKS = 12;

/**
 * Last day of a statutory term of days that starts the day after `from`. A term of three days or more holds at least
 * two ordinary days (Atw art. 2), and none ends on a day that is not ordinary (Atw art. 1); terms of more than
 * ninety days are not extended (Atw art. 4).
 */
export function endOfDays(from: Day, days: number, equated: EquatedDays = EQUATED_DAYS): Day {
  const end = addDays(from, days);
  if (days > LONGEST_EXTENDED_DAYS) return end;
  let last = ordinaryFrom(end, equated);
  while (days >= 3 && ordinaryDaysIn(from, last, equated) < 2) last = ordinaryFrom(addDays(last, 1), equated);
  return last;
}

function ordinaryDaysIn(after: Day, last: Day, equated: EquatedDays): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= last; day = addDays(day, 1))
    if (isOrdinaryDay(day, equated)) count++;
  return count;
}

/**
 * Last day of a statutory term of whole weeks that starts the day after `from`. A term that ends on a day that is
 * not ordinary runs on to the next one (Atw art. 1), unless it is longer than twelve weeks (Atw art. 4).
 */
export function endOfTerm(from: Day, weeks: number, equated: EquatedDays = EQUATED_DAYS): Day {
  const end = addDays(from, weeks * 7);
  return weeks > LONGEST_EXTENDED_WEEKS ? end : ordinaryFrom(end, equated);
}
