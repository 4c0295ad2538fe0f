import type { Rewritten } from "@/lib/concepts/concept";
import type { DayTurned } from "@/lib/concepts/shown-date";
import type { Problem } from "@/lib/form-state";

/** Why a previewed letter is not sent, as the problem of a form. */
export const lookedOverProblem = ({ reason }: Rewritten | DayTurned): Problem => ({
  field: "",
  code: reason === "rewritten" ? "rewritten" : "day_turned",
});
