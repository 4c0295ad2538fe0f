import { addDays, type Day, daysBetween } from "@/lib/dates";
import type { Cents } from "@/lib/money";

/** What was asked in the last `days` days: how many applications, and their amounts with squares, in cents. */
export type Arrivals = { days: number; count: number; sumCents: number; sumOfSquares: number };

export type Situation = {
  /** What can still be granted, and what undecided applications ask of it. */
  freeCents: Cents;
  claimedCents: Cents;
  /** Part of what was asked that was granted so far, from 0 to 1. */
  share: number;
  arrivals: Arrivals;
  today: Day;
  /** Last day on which an application may still come in that this money is for. */
  until: Day;
};

/** When the money runs out: eight times out of ten between `early` and `late`; no `late` is after the last day. */
export type RunOut =
  | { kind: "gone" }
  | { kind: "claimed" }
  | { kind: "lasts" }
  | { kind: "runs-out"; on: Day | undefined; early: Day; late: Day | undefined };

/** A normal variable stays within this many standard deviations of its mean eight times out of ten. */
const EIGHT_IN_TEN = 1.2816;

/**
 * Forecast of the day on which a ceiling is reached, by rank day. Applications come as they came lately: independent
 * of each other, at a steady pace, with amounts like those before, each granted with the chance `share` (a compound
 * Poisson course, thinned). `gone`: nothing is free. `claimed`: what is asked already is expected to take it all.
 * `lasts`: even the early day lies after `until`. An assumption of this portal, no rule of law.
 */
export function runOut({ freeCents, claimedCents, share, arrivals, today, until }: Situation): RunOut {
  if (freeCents <= 0) return { kind: "gone" };
  const room = freeCents - share * claimedCents;
  if (room <= 0) return { kind: "claimed" };
  const left = daysBetween(today, until);
  const mean = (share * arrivals.sumCents) / arrivals.days;
  const spread = EIGHT_IN_TEN * Math.sqrt((share * arrivals.sumOfSquares) / arrivals.days);
  if (left <= 0 || !(mean > 0)) return { kind: "lasts" };

  /** Days after which mean·t ± spread·√t reaches the room: never today, which is not over. */
  const reached = (sign: -1 | 0 | 1): Day | undefined => {
    const root = (-sign * spread + Math.sqrt((sign * spread) ** 2 + 4 * mean * room)) / (2 * mean);
    const days = Math.max(1, Math.ceil(root ** 2));
    return days <= left ? addDays(today, days) : undefined;
  };
  const early = reached(1);
  return early === undefined
    ? { kind: "lasts" }
    : { kind: "runs-out", on: reached(0), early, late: reached(-1) };
}
