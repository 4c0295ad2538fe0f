import type { EquatedDays } from "@/lib/calendar/equated-days";
import { notTreatedDeadline } from "@/lib/calendar/terms";
import type { Day } from "@/lib/dates";
import { ok, type Result, refuse } from "@/lib/result";
import type { StatedGround } from "@/lib/vocabulary/grounds";
import type { COMPLETION_ENDS } from "@/lib/vocabulary/outcomes";

/**
 * Leaving an application untreated (Awb 4:5). The employer must have had a term to complete it (lid 1), and the
 * decision is made known within four weeks after the completion, or after the term passed unused (lid 4).
 */
export type NotTreatRefusal =
  | { reason: "never-asked-to-complete" }
  | { reason: "too-late-not-to-treat"; end: "completed" | "lapsed"; endedOn: Day; lastDay: Day };

/** How the newest request to complete ended; undefined when there was none. */
export type Asked = { end: (typeof COMPLETION_ENDS)[number] | null; endedOn: Day | null } | undefined;

/** Whether a decision not to treat may be taken today: the ground for it, and the last day for that decision. */
export function mayNotTreat(
  asked: Asked,
  today: Day,
  equated?: EquatedDays,
): Result<{ ground: StatedGround; lastDay: Day }, NotTreatRefusal> {
  const { end, endedOn } = asked ?? {};
  if ((end !== "completed" && end !== "lapsed") || !endedOn)
    return refuse({ reason: "never-asked-to-complete" });
  const lastDay = notTreatedDeadline(endedOn, equated);
  if (today > lastDay) return refuse({ reason: "too-late-not-to-treat", end, endedOn, lastDay });
  return ok({ ground: end === "lapsed" ? "not_completed" : "completed_insufficiently", lastDay });
}
