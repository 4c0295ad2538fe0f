/** A calendar day as "2026-11-24"; days compare as strings. */
export type Day = string & {};

/** The legal time zone of every day, window and deadline, named only here; in SQL, `legal_day()`. */
export const ZONE = "Europe/Amsterdam";

/** True for "2026-02-28", false for "2026-02-30" and anything that is no day. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
