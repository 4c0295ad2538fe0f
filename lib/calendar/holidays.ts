import { gregorianEaster } from "date-easter";
import { addDays, type Day, weekdayOf } from "@/lib/dates";

/** Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter Sunday. */
const FROM_EASTER = [-2, 1, 39, 50];
const FIXED = ["01-01", "05-05", "12-25", "12-26"];
const SUNDAY = 7;

/** The recognised holidays of one year, Good Friday included (Algemene termijnenwet art. 3). */
export function holidaysOf(year: number): ReadonlySet<Day> {
  const { month, day } = gregorianEaster(year);
  const easter = `${year}-${pad(month)}-${pad(day)}`;
  const birthday = `${year}-04-27`;
  const kingsDay = weekdayOf(birthday) === SUNDAY ? addDays(birthday, -1) : birthday;
  return new Set([
    ...FIXED.map((monthAndDay) => `${year}-${monthAndDay}`),
    ...FROM_EASTER.map((days) => addDays(easter, days)),
    kingsDay,
  ]);
}

const pad = (part: number) => String(part).padStart(2, "0");
