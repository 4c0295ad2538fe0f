import type { HandlingRefusal } from "@/lib/applications/commands/lock-for-move";
import type { Problem } from "@/lib/form-state";

/** Why an official may not act on a case, as the problem of a form. */
export function handlingProblem(refusal: HandlingRefusal): Problem {
  switch (refusal.reason) {
    case "own-employer":
      return { field: "", code: "own_employer" };
    case "not-yours-to-do":
      return { field: "", code: "not_yours_to_do" };
    case "changed":
      return {
        field: "",
        code: `case_changed_by_${refusal.by}`,
        values: { move: refusal.move, name: refusal.name },
      };
  }
}
