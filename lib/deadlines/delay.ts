import { addDays, type Day, laterOf } from "@/lib/dates";

export type DelayRefusal =
  | { reason: "delay-not-later"; dueOn: Day }
  | { reason: "delay-too-long"; latest: Day };

/** Assumption: a new day is at most one more decision term away; the law asks for as short a delay as possible. */
const LONGEST_DELAY_WEEKS = 13;

/**
 * Why this day cannot be announced for a decision, if so: it must be after today and after the last day by law. The
 * notice does not move that last day (Awb 4:14(1)).
 */
export function delayRefusal(newDay: Day, term: { dueOn: Day; today: Day }): DelayRefusal | undefined {
  const from = laterOf(term.dueOn, term.today);
  const latest = addDays(from, LONGEST_DELAY_WEEKS * 7);
  if (newDay <= from) return { reason: "delay-not-later", dueOn: from };
  return newDay > latest ? { reason: "delay-too-long", latest } : undefined;
}
