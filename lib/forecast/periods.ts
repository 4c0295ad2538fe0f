import { type Day, daysBetween } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";

type Figures = { askedCents: Cents; womenCents: Cents; tiedCents: Cents };
export type Period = Figures & { first: Day };

const NOTHING: Figures = { askedCents: cents(0), womenCents: cents(0), tiedCents: cents(0) };
const plus = (a: Figures, b: Figures): Figures => ({
  askedCents: cents(a.askedCents + b.askedCents),
  womenCents: cents(a.womenCents + b.womenCents),
  tiedCents: cents(a.tiedCents + b.tiedCents),
});

/**
 * The months of a year with the amounts asked and committed in each; earlier amounts count in the first, later ones in
 * the last.
 */
export function monthsOf(days: readonly (Figures & { day: Day })[], year: number): Period[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = `${year}-${String(month + 1).padStart(2, "0")}-01`;
    const next = month === 11 ? "9999-12-31" : `${year}-${String(month + 2).padStart(2, "0")}-01`;
    const inside = days.filter(({ day }) => (month === 0 || day >= first) && day < next);
    return { first, ...inside.reduce<Figures>(plus, NOTHING) };
  });
}

/** The position of a day in a year, 0 for 1 January; earlier days count as its first, later ones as its last. */
export const dayOfYear = (day: Day, year: number): number =>
  Math.min(Math.max(0, daysBetween(`${year}-01-01`, day)), daysBetween(`${year}-01-01`, `${year}-12-31`));

/** The committed amount up to and including each day with a booking, the earliest first. */
export function tiedSoFar(days: readonly { day: Day; tiedCents: Cents }[]): { day: Day; cents: Cents }[] {
  let sum = 0;
  return days
    .filter(({ tiedCents }) => tiedCents !== 0)
    .map(({ day, tiedCents }) => {
      sum += tiedCents;
      return { day, cents: cents(sum) };
    });
}
