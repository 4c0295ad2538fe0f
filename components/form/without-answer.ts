import { troubleOf } from "@/lib/errors";
import type { Problem } from "@/lib/form-state";

/** Why an action gave no answer of its own, as the code of its sentence. */
export const WITHOUT_ANSWER = {
  away: "website_away",
  busy: "website_busy",
  unknown: "outcome_unknown",
  line: "no_answer",
} as const;

/** The outcome is unknown after these: the person is led to the page that shows it. */
export const UNCERTAIN: readonly string[] = [WITHOUT_ANSWER.unknown, WITHOUT_ANSWER.line];

/** An error of an action as the problem of the form; without a kind its outcome is unknown. */
export function problemWithoutAnswer(error: unknown): Problem {
  const hasAnswered = error instanceof Error && "digest" in error;
  return { field: "", code: WITHOUT_ANSWER[troubleOf(error) ?? (hasAnswered ? "unknown" : "line")] };
}
