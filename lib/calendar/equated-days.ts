import type { Day } from "@/lib/dates";

/** Days equated with a holiday by royal decree (Atw art. 3(3)), announced for about three years at a time. */
export type EquatedDays = ReadonlySet<Day>;
export const NO_EQUATED_DAYS: EquatedDays = new Set();

/**
 * The days that the table `equated_days` starts with: Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei
 * 2024, 27 december 2024 en 30 mei 2025, and Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28
 * april 2028 en 26 mei 2028. The table binds; a budget holder adds to it.
 */
export const EQUATED_DAYS: EquatedDays = new Set([
  "2023-04-28",
  "2023-05-19",
  "2024-05-10",
  "2024-12-27",
  "2025-05-30",
  "2026-01-02",
  "2026-05-15",
  "2027-05-07",
  "2028-04-28",
  "2028-05-26",
]);
