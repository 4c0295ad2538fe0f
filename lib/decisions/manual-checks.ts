import type { Check } from "@/lib/schemes/check";

/**
 * Checks that ask for a look only because nobody outside could be asked. A reviewer can settle them with his own eyes, in
 * his own name: he compares the name with a bank statement that he opened, or looks the employer up in the register. What a
 * bank or the register did say is not his to settle: it stays for the decider to see.
 */
export const MANUAL_CHECKS = ["account_name", "registration"] as const;
export type ManualCheck = (typeof MANUAL_CHECKS)[number];

const UNANSWERED: Readonly<Record<ManualCheck, string>> = {
  account_name: "account_name.not_checked",
  registration: "registration.not_asked",
};

/** Of these checks, those that a reviewer can settle himself. */
export const settleable = (checks: readonly Check[]): ManualCheck[] =>
  MANUAL_CHECKS.filter((id) =>
    checks.some(({ outcome, because }) => outcome === "attention" && because.key === UNANSWERED[id]),
  );

/** How many checks still ask for a look, and how many failed; not known when nothing could be checked. */
export function countsOf(checks: readonly Check[], manualChecks: readonly ManualCheck[]) {
  if (checks.length === 0) return { attention: null, failed: null };
  const settled = settleable(checks).filter((id) => manualChecks.includes(id));
  const left = checks.filter(
    ({ id, outcome }) => outcome === "attention" && !settled.some((looked) => looked === id),
  );
  return { attention: left.length, failed: checks.filter(({ outcome }) => outcome === "fail").length };
}
