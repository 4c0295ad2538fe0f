import type { AddDayRefusal } from "@/lib/calendar/commands/add-equated-day";
import type { EndSuspensionRefusal } from "@/lib/deadlines/commands/end-suspension";
import type { EnterNoticeRefusal } from "@/lib/deadlines/commands/enter-default-notice";
import type { SuspendRefusal } from "@/lib/deadlines/commands/suspend-term";
import type { TellDelayRefusal } from "@/lib/deadlines/commands/tell-delay";
import type { Problem } from "@/lib/form-state";

/** A refusal as the problem of a form: its words are under the catalogue's `problems`. */
export function lateProblemOf(
  refusal: TellDelayRefusal | EnterNoticeRefusal | AddDayRefusal | SuspendRefusal | EndSuspensionRefusal,
): Problem {
  switch (refusal.reason) {
    case "resumes-not-later":
      return { field: "resumesOn", code: "resumes_not_later" };
    case "suspended-too-long":
      return { field: "resumesOn", code: "suspended_too_long", values: { day: refusal.latest } };
    case "suspended-already":
      return { field: "", code: "suspended_already", values: { day: refusal.resumesOn } };
    case "term-over":
      return { field: "", code: "term_over", values: { day: refusal.dueOn } };
    case "not-suspended":
      return { field: "", code: "not_suspended" };
    case "delay-not-later":
      return { field: "expectedOn", code: "delay_not_later", values: { day: refusal.dueOn } };
    case "delay-too-long":
      return { field: "expectedOn", code: "delay_too_long", values: { day: refusal.latest } };
    case "not-in-default":
      return { field: "", code: "not_in_default", values: { day: refusal.dueOn } };
    case "received-later-than-today":
      return { field: "receivedOn", code: "received_later_than_today" };
    case "day-is-past":
      return { field: "day", code: "day_is_past" };
    case "day-changes-nothing":
      return { field: "day", code: "day_changes_nothing" };
    case "day-known-already":
      return { field: "day", code: "day_known_already" };
    case "day-unknown":
      return { field: "", code: "day_unknown" };
    case "decided-already":
      return { field: "", code: "decided_already" };
    case "not-yours-to-do":
      return { field: "", code: "not_yours_to_do" };
    case "own-employer":
      return { field: "", code: "own_employer" };
    case "rewritten":
      return { field: "", code: "rewritten" };
    case "day-turned":
      return { field: "", code: "day_turned" };
  }
}
