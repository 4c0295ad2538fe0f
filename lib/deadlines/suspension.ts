import { addDays, type Day } from "@/lib/dates";

export type SuspensionRefusal =
  | { reason: "resumes-not-later" }
  | { reason: "suspended-too-long"; latest: Day }
  | { reason: "suspended-already"; resumesOn: Day }
  | { reason: "term-over"; dueOn: Day };

/** Assumption: whoever needs longer than half a year is asked again. */
const LONGEST_WEEKS = 26;

/** How an application stands when its term would be stopped; `stoppedUntil`, when something stops it already. */
export type Running = { today: Day; dueOn: Day; stoppedUntil?: Day | undefined };

/** Why the term cannot be stopped until this day (Awb 4:15): a term that is over does not come back. */
export function suspensionRefusal(
  resumesOn: Day,
  { today, dueOn, stoppedUntil }: Running,
): SuspensionRefusal | undefined {
  const latest = addDays(today, 7 * LONGEST_WEEKS);
  if (dueOn < today) return { reason: "term-over", dueOn };
  if (stoppedUntil !== undefined && stoppedUntil > today)
    return { reason: "suspended-already", resumesOn: stoppedUntil };
  if (resumesOn <= today) return { reason: "resumes-not-later" };
  return resumesOn > latest ? { reason: "suspended-too-long", latest } : undefined;
}

/** Of what was recorded, what stops the term on this day; undefined when nothing does. */
export const stoppedOn = <T extends { endedOn: Day | null; resumesOn: Day }>(
  all: readonly T[],
  today: Day,
): T | undefined => all.find(({ endedOn, resumesOn }) => endedOn === null && resumesOn > today);
