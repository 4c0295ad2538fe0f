import type { ProposeRefusal } from "@/lib/budget/commands/propose-change";
import type { SettleRefusal } from "@/lib/budget/commands/settle-change";
import type { Problem } from "@/lib/form-state";
import { formatMoney } from "@/lib/money";

/** A refusal to a budget holder as the problem of a form; words under `problems`. */
export function budgetProblem(refusal: ProposeRefusal | SettleRefusal): Problem {
  switch (refusal.reason) {
    case "not-yours-to-do":
      return { field: "", code: "not_yours_to_do" };
    case "municipal":
      return { field: "", code: "ceiling_municipal" };
    case "year-over":
      return { field: "", code: "ceiling_year_over", values: { year: String(refusal.year) } };
    case "unchanged":
      return {
        field: "ceiling",
        code: "ceiling_unchanged",
        values: { ceiling: formatMoney(refusal.ceilingCents) },
      };
    case "below-committed":
      return {
        field: "",
        code: "ceiling_below_committed",
        values: {
          committed: formatMoney(refusal.committedCents),
          reserved: formatMoney(refusal.reservedCents),
        },
      };
    case "earmark-is-released":
      return { field: "ceiling", code: "earmark_is_released" };
    case "needs-resolution":
      return { field: "", code: "ceiling_needs_resolution", values: { year: String(refusal.year) } };
    case "no-ceiling-yet":
      return { field: "", code: "ceiling_absent" };
    case "not-an-earmark":
      return { field: "", code: "not_an_earmark" };
    case "already-released":
      return { field: "", code: "earmark_released_already", values: { day: refusal.releasesOn } };
    case "release-not-earlier":
      return {
        field: "releasesOn",
        code: "release_not_earlier",
        values: { day: refusal.releasesOn },
      };
    case "release-in-the-past":
      return { field: "releasesOn", code: "release_in_the_past" };
    case "no-discrepancy":
      return { field: "", code: "no_discrepancy", values: { year: String(refusal.year) } };
    case "already-resolved":
      return { field: "figure", code: "already_resolved" };
    case "already-open":
      return { field: "", code: "change_already_open" };
    case "own-change":
      return { field: "", code: "own_change" };
    case "already-settled":
      return { field: "", code: "change_already_settled" };
    case "ceiling-changed":
      return { field: "", code: "ceiling_changed_since" };
    case "no-room-now":
      return { field: "", code: "ceiling_no_room_now" };
  }
}
