import type { Problem } from "@/lib/form-state";
import type { MoveRefusal } from "@/lib/windows/commands/move-plan";
import type { WriteRefusal } from "@/lib/windows/commands/write-plan";

/** A refusal about a window as the problem of a form; words under `problems`. */
export function windowProblem(refusal: WriteRefusal | MoveRefusal): Problem {
  switch (refusal.reason) {
    case "not-yours-to-do":
      return { field: "", code: "not_yours_to_do" };
    case "rewritten":
      return { field: "", code: "window_rewritten" };
    case "another-state":
      return { field: "", code: "window_another_state", values: { state: refusal.state } };
    case "opens-too-early":
      return { field: "opensOn", code: "window_opens_too_early" };
    case "closes-before-opening":
      return { field: "closesOn", code: "window_closes_before_opening" };
    case "closes-in-another-year":
      return {
        field: "closesOn",
        code: "window_closes_in_another_year",
        values: { year: String(refusal.year) },
      };
    case "published-later":
      return { field: "publishedOn", code: "window_published_later", values: { today: refusal.today } };
    case "rules-of-another-scheme":
      return { field: "rulesVersion", code: "window_rules_of_another_scheme" };
    case "no-ceiling-for-year":
      return { field: "dividedCeiling", code: "window_no_ceiling", values: { year: String(refusal.year) } };
    case "ceiling-of-another-scheme":
      return { field: "dividedCeiling", code: "window_ceiling_of_another_scheme" };
    case "overlaps":
      return {
        field: "opensOn",
        code: "window_overlaps",
        values: { opens: refusal.opensOn, closes: refusal.closesOn },
      };
    case "own-plan":
      return { field: "", code: "window_own_plan" };
    case "ceiling-changed":
      return { field: "", code: "window_ceiling_changed" };
  }
}
