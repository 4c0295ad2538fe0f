import { addDays, type Day, dayOf, daysBetween, laterOf } from "@/lib/dates";
import type { Distribution } from "@/lib/vocabulary/distribution";
import type { TermFrom } from "@/lib/vocabulary/term-from";
import { endOfTerm } from "./atw";
import type { EquatedDays } from "./equated-days";

/**
 * Decision term (Awb 4:13 to 4:15). It runs for whole weeks from the day after the one that its window names. A request to
 * complete suspends it from the day after the request until the day of the answer, or its last day. Other suspensions (by
 * agreement, caused by the applicant, or force majeure) are passed in the same form.
 */
export type Suspension = {
  /** Day of the request: the suspension starts the day after. */
  invitedOn: Day;
  /** Day of completion, or else the last day for it; the term runs again from this day. */
  endedOn: Day;
};

/** Days that a request to complete suspends the term (Awb 4:15(1); ABRvS 2016:2527). */
export const suspendedDays = ({ invitedOn, endedOn }: Suspension): number =>
  Math.max(0, daysBetween(invitedOn, endedOn) - 1);

/** The days of one application from which its term can run. */
export type TermDays = {
  receivedOn: Day;
  /** The day on which it became complete: the closing day under a window lottery. */
  rankDay: Day;
  closesOn: Day;
};

/** The day after which the term of an application runs. */
export function termStart(termFrom: TermFrom, { receivedOn, rankDay, closesOn }: TermDays): Day {
  switch (termFrom) {
    case "receipt":
      return receivedOn;
    case "completeness":
      return rankDay;
    case "closing":
      return closesOn;
  }
}

/** The term in a window. */
export type WindowTerm = {
  termFrom: TermFrom;
  decisionWeeks: number;
  closesAt: Date;
  distribution: Distribution;
};

/** The last day to decide on an application that is filed, complete, at this moment. */
export function deadlineWhenFiled(window: WindowTerm, now: Date, equated?: EquatedDays): Day {
  const [today, closesOn] = [dayOf(now), dayOf(window.closesAt)];
  const rankDay = window.distribution === "window_lottery" ? laterOf(today, closesOn) : today;
  const from = termStart(window.termFrom, { receivedOn: today, rankDay, closesOn });
  return decisionDeadline({ from, weeks: window.decisionWeeks, equated });
}

/**
 * Last day to decide. The term runs from the day after `from`. Suspensions do not count before that or after the last day;
 * days of two suspensions at once count once. Terms of more than twelve weeks are not extended for a weekend or holiday
 * (Atw art. 4).
 */
export function decisionDeadline(term: {
  from: Day;
  weeks: number;
  suspensions?: readonly Suspension[];
  equated?: EquatedDays;
}): Day {
  const order = (a: Suspension, b: Suspension) => (a.invitedOn < b.invitedOn ? -1 : 1);
  let stopped = 0;
  let counted = term.from;
  for (const suspension of [...(term.suspensions ?? [])].sort(order)) {
    const invitedOn = laterOf(counted, suspension.invitedOn);
    if (invitedOn >= addDays(term.from, term.weeks * 7 + stopped)) break;
    const days = suspendedDays({ invitedOn, endedOn: suspension.endedOn });
    stopped += days;
    if (days > 0) counted = addDays(suspension.endedOn, -1);
  }
  return endOfTerm(addDays(term.from, stopped), term.weeks, term.equated);
}

/**
 * Last day to decide not to treat an application: four weeks after it was completed or the time for it passed (Awb
 * 4:5(4)).
 */
export const notTreatedDeadline = (lapsedOn: Day, equated?: EquatedDays): Day =>
  endOfTerm(lapsedOn, 4, equated);

const OBJECTION_WEEKS = 6;

/** Last day to object: six weeks from the day after publication (Awb 6:7, 6:8). */
export const objectionDeadline = (publishedOn: Day, equated?: EquatedDays): Day =>
  endOfTerm(publishedOn, OBJECTION_WEEKS, equated);

/** Last day to pay a sum that a decision grants: six weeks after it is made known (Awb 4:87(1)). */
export const payBy = (publishedOn: Day): Day => addDays(publishedOn, 42);

/** How the ministry decides on an objection (Awb 7:10): with or without a committee, postponed or not. */
export type ObjectionCourse = { withCommittee: boolean; adjourned: boolean };

/**
 * Last day to decide on an objection: six weeks, or twelve with a committee, from the day after the term to object
 * ends; postponed once by six weeks at most (Awb 7:10(1), (3)).
 */
export function objectionDecisionDeadline(
  publishedOn: Day,
  { withCommittee, adjourned }: ObjectionCourse,
  equated?: EquatedDays,
): Day {
  const first = endOfTerm(objectionDeadline(publishedOn, equated), withCommittee ? 12 : 6, equated);
  return adjourned ? endOfTerm(first, 6, equated) : first;
}
