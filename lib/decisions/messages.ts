import { handlingProblem } from "@/lib/applications/messages";
import type { AssignmentRefusal } from "@/lib/cases/assignment";
import type { Rewritten } from "@/lib/concepts/concept";
import { lookedOverProblem } from "@/lib/concepts/messages";
import type { DayTurned } from "@/lib/concepts/shown-date";
import type { ConfirmRevisionRefusal } from "@/lib/decisions/commands/confirm-revision";
import type { DecideRefusal } from "@/lib/decisions/commands/decide";
import type { EndLoweringRefusal } from "@/lib/decisions/commands/end-lowering";
import type { BulkGrantRefusal } from "@/lib/decisions/commands/grant-in-bulk";
import type { IntendRefusal } from "@/lib/decisions/commands/intend-refusal";
import type { LapseRefusal } from "@/lib/decisions/commands/lapse-response";
import type { ProposeRevisionRefusal } from "@/lib/decisions/commands/propose-revision";
import type { ReserveRefusal } from "@/lib/decisions/commands/reserve";
import type { RespondRefusal } from "@/lib/decisions/commands/respond";
import type { LoweringRefusal } from "@/lib/decisions/commands/write-lowering";
import type { NotTreatRefusal } from "@/lib/decisions/not-treating";
import type { ProposalRefusal } from "@/lib/decisions/proposal";
import type { Problem } from "@/lib/form-state";
import { formatMoney } from "@/lib/money";
import type { OutOfTurn, WindowOpen } from "@/lib/order/turn";

/** A refusal to an official as the problem of a form; words under `problems`, `line` is a key of `budget.names`. */
export function problemOf(
  refusal:
    | AssignmentRefusal
    | DecideRefusal
    | ReserveRefusal
    | ProposalRefusal
    | ProposeRevisionRefusal
    | ConfirmRevisionRefusal
    | IntendRefusal
    | LapseRefusal
    | LoweringRefusal
    | EndLoweringRefusal
    | NotTreatRefusal
    | RespondRefusal
    | { reason: "statement-unread" }
    | Rewritten
    | DayTurned,
): Problem {
  switch (refusal.reason) {
    case "own-employer":
    case "not-yours-to-do":
    case "changed":
      return handlingProblem(refusal);
    case "statement-unread":
      return { field: "manualChecks", code: "statement_unread" };
    case "rewritten":
    case "day-turned":
      return lookedOverProblem(refusal);
    case "handler-changed":
      return { field: "", code: "handler_changed" };
    case "colleague-cannot":
      return { field: "to", code: "colleague_cannot" };
    case "own-proposal":
      return { field: "", code: "own_proposal" };
    case "nothing-to-lower":
      return { field: "keep", code: "nothing_to_lower" };
    case "nothing-to-grant":
      return { field: "", code: "nothing_to_grant" };
    case "revision-open":
      return { field: "", code: "revision_open" };
    case "hearing-open":
      return { field: "", code: "hearing_open" };
    case "no-hearing":
      return { field: "", code: "no_hearing" };
    case "lowering-not-heard":
      return { field: "", code: "lowering_not_heard" };
    case "beyond-hearing":
      return { field: "keep", code: "beyond_hearing" };
    case "asked-outside":
      return { field: "askedOn", code: "asked_outside", values: { day: refusal.decidedOn } };
    case "first-decider":
      return { field: "", code: "first_decider" };
    case "bound-then":
      return {
        field: "",
        code: "bound_then",
        values: { free: formatMoney(refusal.freeCents), asked: formatMoney(refusal.askedCents) },
      };
    case "all-fits":
      return { field: "", code: "all_fits" };
    case "fits-otherwise":
      return { field: "", code: "fits_otherwise" };
    case "still-fits":
      return { field: "", code: "still_fits" };
    case "part-fits":
      return { field: "", code: "part_fits" };
    case "set-ceilings":
      return { field: "", code: "decider_set_ceilings" };
    case "unknown-trajectory":
      return { field: "granted", code: "unknown" };
    case "grounds-missing":
      return { field: "grounds", code: "grounds_missing" };
    case "explanation-missing":
      return { field: "explanation", code: "explanation_missing" };
    case "not-heard":
      return { field: "grounds", code: "not_heard", values: { count: refusal.grounds.length } };
    case "until-in-the-past":
      return { field: "untilOn", code: "until_in_the_past" };
    case "still-time":
      return { field: "", code: "still_time", values: { day: refusal.untilOn } };
    case "never-asked-to-complete":
      return { field: "", code: "never_asked_to_complete" };
    case "too-late-not-to-treat":
      return {
        field: "",
        code: `too_late_not_to_treat_${refusal.end}`,
        values: { endedOn: refusal.endedOn, day: refusal.lastDay },
      };
    case "nothing-to-respond-to":
      return { field: "", code: "nothing_to_respond_to" };
    case "no-ceiling":
      return { field: "", code: "no_ceiling", values: { line: refusal.line } };
    case "would-overtake":
      return {
        field: "",
        code: "would_overtake",
        values: { ...waiting(refusal), day: refusal.firstDay },
      };
    case "needs-draw":
      return { field: "", code: "needs_draw", values: { ...waiting(refusal), day: refusal.day } };
    case "window-open":
      return { field: "", code: "window_open", values: { day: refusal.day } };
    case "ceiling-reached":
      return {
        field: "",
        code: "ceiling_reached",
        values: {
          line: refusal.line,
          year: String(refusal.year),
          free: formatMoney(refusal.freeCents),
          asked: formatMoney(refusal.askedCents),
          count: refusal.fits.length,
          fits: refusal.fits.map(String),
        },
      };
  }
}

/** The refusal of a bulk grant as the problem of a form. */
export function bulkGrantProblem(refusal: BulkGrantRefusal): Problem {
  switch (refusal.reason) {
    case "nothing-to-grant":
      return { field: "", code: "nothing_to_grant" };
    case "day-turned":
      return { field: "", code: "day_turned" };
    case "set-changed":
      return { field: "", code: "set_changed" };
    case "not-yours-to-do":
      return { field: "", code: "not_yours_to_do" };
    case "set-ceilings":
      return { field: "", code: "decider_set_ceilings" };
    case "bulk-too-much":
      return {
        field: "",
        code: "bulk_too_much",
        values: {
          count: refusal.count,
          asked: formatMoney(refusal.askedCents),
          free: formatMoney(refusal.freeCents),
        },
      };
    case "would-overtake":
      return {
        field: "",
        code: "bulk_overtakes",
        values: { ...waiting(refusal), day: refusal.firstDay },
      };
    case "needs-draw":
      return { field: "", code: "needs_draw", values: { ...waiting(refusal), day: refusal.day } };
    case "window-open":
      return { field: "", code: "window_open", values: { day: refusal.day } };
  }
}

const waiting = ({ count, claimedCents, freeCents }: Exclude<OutOfTurn, WindowOpen>) => ({
  count,
  claimed: formatMoney(claimedCents),
  free: formatMoney(freeCents),
});
