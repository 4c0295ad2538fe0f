import type { Check } from "@/lib/schemes/check";

/**
 * Attention points that exist only because no bank or register could be asked. Reviewers can settle them in their own
 * name: they compare the name with a bank statement that they opened, or find the employer in the register. An answer
 * of a bank or the register cannot be settled like this.
 */
export const MANUAL_CHECKS = ["account_name", "registration"] as const;
export type ManualCheck = (typeof MANUAL_CHECKS)[number];

const UNANSWERED: Readonly<Record<ManualCheck, readonly string[]>> = {
  account_name: ["account_name.not_checked", "account_name.other_name"],
  registration: ["registration.not_asked"],
};

/** The checks of these that a reviewer can settle by hand. */
export const settleable = (checks: readonly Check[]): ManualCheck[] =>
  MANUAL_CHECKS.filter((id) =>
    checks.some(({ outcome, because }) => outcome === "attention" && UNANSWERED[id].includes(because.key)),
  );

/** How many checks need attention, and how many failed; unknown when no check could be made. */
export function countsOf(checks: readonly Check[], manualChecks: readonly ManualCheck[]) {
  if (checks.length === 0) return { attention: null, failed: null };
  const settled = settleable(checks).filter((id) => manualChecks.includes(id));
  const left = checks.filter(
    ({ id, outcome }) => outcome === "attention" && !settled.some((looked) => looked === id),
  );
  return { attention: left.length, failed: checks.filter(({ outcome }) => outcome === "fail").length };
}
