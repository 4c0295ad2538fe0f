import type { CheckResult } from "@/lib/vocabulary/person-checks";

/** What the stand-in says about made-up persons: the last digit of the number decides. */
export function answerAbout(kind: string, number: string): CheckResult {
  if (number.endsWith("9")) return "unknown";
  if (number.endsWith("8")) return kind === "permit" ? "differs" : "confirmed";
  if (number.endsWith("7")) return kind === "employment" ? "differs" : "confirmed";
  return "confirmed";
}
