import { type Day, ZONE } from "@/lib/day";

const day = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" });
const instantDay = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: ZONE });
const instantTime = new Intl.DateTimeFormat("nl-NL", { timeStyle: "short", timeZone: ZONE });

/** "2026-11-24" as "24 november 2026". */
export const formatDay = (value: Day): string => day.format(new Date(`${value}T00:00:00Z`));

/** An instant in Dutch legal time: "24 november 2026 om 14.05 uur". */
export const formatMoment = (value: Date): string =>
  `${instantDay.format(value)} om ${instantTime.format(value).replace(":", ".")} uur`;

/** 24.5 as "24,5". */
export const formatNumber = (value: number): string => value.toLocaleString("nl-NL");

const oneOf = new Intl.ListFormat("nl-NL", { type: "disjunction" });

/** "a, b of c". */
export const inWords = (alternatives: readonly string[]): string => oneOf.format(alternatives);
