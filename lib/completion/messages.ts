import { handlingProblem } from "@/lib/applications/messages";
import type { CompleteRefusal } from "@/lib/completion/commands/complete-application";
import type { LapseRefusal } from "@/lib/completion/commands/lapse-completion";
import type { AskRefusal } from "@/lib/completion/commands/request-completion";
import { lookedOverProblem } from "@/lib/concepts/messages";
import type { Problem } from "@/lib/form-state";

/** A refusal to an official as the problem of a form: its words are under the catalogue's `problems`. */
export function askProblemOf(refusal: AskRefusal | LapseRefusal): Problem {
  switch (refusal.reason) {
    case "nothing-asked":
      return { field: "", code: "nothing_asked" };
    case "words-missing":
      return {
        field: `words-${refusal.at}`,
        code: "words_missing",
        values: { number: refusal.at + 1 },
      };
    case "deadline-too-soon":
      return { field: "dueOn", code: "deadline_too_soon", values: { day: refusal.earliest } };
    case "deadline-too-late":
      return { field: "dueOn", code: "deadline_too_late", values: { day: refusal.latest } };
    case "term-not-over":
      return { field: "", code: "term_not_over", values: { day: refusal.dueOn } };
    case "rewritten":
    case "day-turned":
      return lookedOverProblem(refusal);
    default:
      return handlingProblem(refusal);
  }
}

/** A refusal to an employer as the problem of a form. */
export function answerProblemOf(refusal: CompleteRefusal): Problem {
  switch (refusal.reason) {
    case "not-asked":
      return { field: "", code: "not_asked" };
    case "too-late-to-complete":
      return { field: "", code: "too_late_to_complete", values: { day: refusal.dueOn } };
    case "incomplete":
      return { field: "", code: "incomplete" };
    case "changed-since-check":
      return { field: "", code: "changed_since_check" };
    case "documents-missing":
      return { field: "", code: "documents_missing" };
    case "items-open":
      return { field: "", code: "items_open", values: { count: refusal.keys.length } };
  }
}
