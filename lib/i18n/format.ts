import { type Day, isDay, ZONE } from "@/lib/day";
import type { Value, Values } from "@/lib/form-state";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "./locale";

export type Formats = ReturnType<typeof formatsIn>;

function formatsIn(locale: Locale) {
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const instantDay = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: ZONE });
  const instantTime = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: ZONE });
  const shortMonth = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const number = new Intl.NumberFormat(locale);
  const all = new Intl.ListFormat(locale, { type: "conjunction" });
  const any = new Intl.ListFormat(locale, { type: "disjunction" });

  /** "2026-11-24" as "24 november 2026". */
  const day = (value: Day): string => longDay.format(new Date(`${value}T00:00:00Z`));
  /** An instant in Dutch legal time: "24 november 2026 om 14.05 uur". */
  const moment = (value: Date): string =>
    `${instantDay.format(value)} ${locale === "nl" ? "om" : "at"} ${time(value)}`;
  /** The time of an instant in Dutch legal time: "14.05 uur". */
  const time = (value: Date): string => {
    const at = instantTime.format(value);
    return locale === "nl" ? `${at.replace(":", ".")} uur` : at;
  };
  const written = (value: Value): string | number => {
    if (value instanceof Date) return moment(value);
    if (typeof value === "object") return all.format(value);
    return typeof value === "string" && isDay(value) ? day(value) : value;
  };
  return {
    day,
    moment,
    time,
    /** The month of a day as "nov". */
    month: (value: Day): string => shortMonth.format(new Date(`${value}T00:00:00Z`)).replace(".", ""),
    /** 24.5 as "24,5". */
    number: (value: number): string => number.format(value),
    /** "a, b en c". */
    allOf: (items: readonly string[]): string => all.format(items),
    /** "a, b of c". */
    oneOf: (items: readonly string[]): string => any.format(items),
    /** Values as words can mention them: days, instants and lists written out. */
    values: (values: Values): Record<string, string | number> =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)])),
  };
}

const FORMATS = new Map(LOCALES.map((locale) => [locale, formatsIn(locale)]));

/** How days, moments, numbers and lists are written in a language. Screens ask `useFormats` or `getFormats`. */
export const formats = (locale: Locale): Formats => FORMATS.get(locale) ?? formatsIn(locale);

/** In Dutch, for what is Dutch in every language: official letters and decisions. */
export const { day: formatDay, moment: formatMoment, allOf: allInDutch } = formats(DEFAULT_LOCALE);
