import * as z from "zod";
import { LINE_IDS, type LineId } from "@/lib/vocabulary/budget-lines";

/**
 * Names one ceiling: a budget line and a year. A window divides the ceiling that was made known with it (Awb 4:25,
 * 4:27(1)). Bookings, queue, draws and reserve list of an application follow the ceiling of its window, whatever the
 * day of the decision.
 */
export type Ceiling = { line: LineId; year: number };

/** The ceiling that a window divides, or that an application is booked on. */
export const ceilingOf = ({ lineId, year }: { lineId: LineId; year: number }): Ceiling => ({
  line: lineId,
  year,
});

export const isSameCeiling = (one: Ceiling, other: Ceiling): boolean =>
  one.line === other.line && one.year === other.year;

/** A ceiling in addresses and forms: `werkgeverssubsidie-2026`. */
export const ceilingKey = ({ line, year }: Ceiling): string => `${line}-${year}`;

const KEY = /^(.+)-(\d{4})$/;

/** The ceiling that a key names; undefined when it names none. */
export function ceilingFrom(key: string): Ceiling | undefined {
  const [, id, year] = KEY.exec(key) ?? [];
  const line = LINE_IDS.find((known) => known === id);
  return line && { line, year: Number(year) };
}

/** A ceiling in a form or an address, as its key. */
export const ceilingSchema = z.string().transform((key, context): Ceiling => {
  const ceiling = ceilingFrom(key);
  if (ceiling) return ceiling;
  context.addIssue("choose");
  return z.NEVER;
});
