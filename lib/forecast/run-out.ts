import { addDays, type Day, daysBetween } from "@/lib/dates";
import type { Cents } from "@/lib/money";

/** The applications of the last `days` days: their number, total and sum of squares, in cents. */
export type Arrivals = { days: number; count: number; sumCents: number; sumOfSquares: number };

export type Situation = {
  /** The free amount, and the claimed amount of undecided applications. */
  freeCents: Cents;
  claimedCents: Cents;
  /** Share of the amount asked that was granted so far, from 0 to 1. */
  share: number;
  arrivals: Arrivals;
  today: Day;
  /** Last day on which an application for this money may arrive. */
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
 * Forecast of the rank day on which a ceiling is reached (the model of decision 14): `share` of what
 * arrives at the recent pace is granted. `gone`: nothing is free. `claimed`: claims use it all. `lasts`: even the early day
 * is after `until`. An assumption of this portal.
 */
export function runOut({ freeCents, claimedCents, share, arrivals, today, until }: Situation): RunOut {
  if (freeCents <= 0) return { kind: "gone" };
  const room = freeCents - share * claimedCents;
  if (room <= 0) return { kind: "claimed" };
  const left = daysBetween(today, until);
  const mean = (share * arrivals.sumCents) / arrivals.days;
  const spread = EIGHT_IN_TEN * Math.sqrt((share * arrivals.sumOfSquares) / arrivals.days);
  if (left <= 0 || !(mean > 0)) return { kind: "lasts" };

  /** Days after which mean·t ± spread·√t reaches the free amount; at least one, because today is not over. */
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
