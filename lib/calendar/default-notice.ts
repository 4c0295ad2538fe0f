import { addDays, type Day, daysBetween } from "@/lib/dates";
import { type Cents, cents, euros } from "@/lib/money";

/**
 * Notice of default (ingebrekestelling, Awb 4:17 and 4:18). An applicant whose decision is late may give notice in
 * writing. When two more weeks pass without a decision, the ministry owes a penalty for each day, for 42 days at most.
 * The Algemene termijnenwet does not apply to it.
 */
const PENALTY = {
  graceDays: 14,
  /** Cents per day, for each period in order. */
  steps: [
    { days: 14, centsPerDay: euros(23) },
    { days: 14, centsPerDay: euros(35) },
    { days: 14, centsPerDay: euros(45) },
  ],
  /** The ministry sets the amount within two weeks after the last day of the penalty (Awb 4:18). */
  setWithinDays: 14,
  source: "Awb 4:17(1), (2) en 4:18, bedragen zoals in 2026",
} as const;

/** Days after receipt without a penalty. */
export const GRACE_DAYS = PENALTY.graceDays;
/** The rate of each day, in order. */
export const PENALTY_STEPS = PENALTY.steps;

const MOST_DAYS = PENALTY.steps.reduce((sum, { days }) => sum + days, 0);

export type DefaultCounter = {
  /** Last day on which a decision avoids the penalty. */
  lastFreeOn: Day;
  /** First day of the penalty: after two whole weeks from the day of receipt. */
  penaltyFrom: Day;
  /** Last day with a penalty. */
  penaltyUntil: Day;
  /** Days of penalty so far, and their amount. */
  days: number;
  owedCents: Cents;
  /** The highest amount. */
  mostCents: Cents;
  /** Last day to set the amount, when no decision comes before. */
  setBy: Day;
};

export type DefaultRefusal =
  | { reason: "not-in-default"; dueOn: Day }
  | { reason: "received-later-than-today" };

/**
 * Why a notice received on this day starts no penalty: the term has not passed (Awb 4:17(3)), or the day is in the
 * future.
 */
export function defaultRefusal(
  receivedOn: Day,
  term: { dueOn: Day; today: Day },
): DefaultRefusal | undefined {
  if (receivedOn > term.today) return { reason: "received-later-than-today" };
  return receivedOn <= term.dueOn ? { reason: "not-in-default", dueOn: term.dueOn } : undefined;
}

/** The penalty for `days` days, in cents. */
function penaltyFor(days: number): Cents {
  let left = days;
  let sum = 0;
  for (const step of PENALTY.steps) {
    const counted = Math.min(left, step.days);
    sum += counted * step.centsPerDay;
    left -= counted;
  }
  return cents(sum);
}

/**
 * The penalty after a notice received on this day. It counts each day without a decision: up to today while there is
 * none, and without the day of the decision itself.
 */
export function defaultCounter(
  receivedOn: Day,
  { today, decidedOn }: { today: Day; decidedOn?: Day },
): DefaultCounter {
  const penaltyFrom = addDays(receivedOn, PENALTY.graceDays + 1);
  const penaltyUntil = addDays(penaltyFrom, MOST_DAYS - 1);
  const lastWithout = decidedOn === undefined ? today : addDays(decidedOn, -1);
  const days = Math.min(MOST_DAYS, Math.max(0, daysBetween(penaltyFrom, lastWithout) + 1));
  return {
    lastFreeOn: addDays(penaltyFrom, -1),
    penaltyFrom,
    penaltyUntil,
    days,
    owedCents: penaltyFor(days),
    mostCents: penaltyFor(MOST_DAYS),
    setBy: addDays(penaltyUntil, PENALTY.setWithinDays),
  };
}
