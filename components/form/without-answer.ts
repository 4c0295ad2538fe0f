import { troubleOf } from "@/lib/errors";
import type { Problem } from "@/lib/form-state";

/** Why an action gave no answer of its own, as the code of its sentence. */
export const WITHOUT_ANSWER = {
  away: "website_away",
  busy: "website_busy",
  unknown: "outcome_unknown",
  line: "no_answer",
} as const;

/** After these nobody knows whether it was done: someone is led to where it can be seen. */
export const UNCERTAIN: readonly string[] = [WITHOUT_ANSWER.unknown, WITHOUT_ANSWER.line];

/** An action that threw, as a problem of the form; an error of the server that has no kind leaves it unknown as well. */
export function problemWithoutAnswer(error: unknown): Problem {
  const hasAnswered = error instanceof Error && "digest" in error;
  return { field: "", code: WITHOUT_ANSWER[troubleOf(error) ?? (hasAnswered ? "unknown" : "line")] };
}
