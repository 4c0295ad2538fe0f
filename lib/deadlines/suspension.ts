import { addDays, type Day } from "@/lib/dates";

export type SuspensionRefusal =
  | { reason: "resumes-not-later" }
  | { reason: "suspended-too-long"; latest: Day }
  | { reason: "suspended-already"; resumesOn: Day }
  | { reason: "term-over"; dueOn: Day };

/** Assumption: after half a year a new suspension is needed. */
const LONGEST_WEEKS = 26;

/** The facts of an application before its term is suspended; `stoppedUntil` is set while it is suspended already. */
export type Running = { today: Day; dueOn: Day; stoppedUntil?: Day | undefined };

/** Why the term cannot be suspended until this day (Awb 4:15): a term that is over does not come back. */
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

/** The recorded suspension that is open on this day, if any. */
export const stoppedOn = <T extends { endedOn: Day | null; resumesOn: Day }>(
  all: readonly T[],
  today: Day,
): T | undefined => all.find(({ endedOn, resumesOn }) => endedOn === null && resumesOn > today);
