import type { StaffRole } from "@/lib/actor";
import { ok, type Result, refuse } from "@/lib/result";

export const DUTIES = ["cases", "budget", "audit"] as const;
export type Duty = (typeof DUTIES)[number];

const DUTY_OF: Record<StaffRole, Duty> = {
  reviewer: "cases",
  decider: "cases",
  budget_holder: "budget",
  auditor: "audit",
};

export type DutyRefusal = { reason: "no-duty" } | { reason: "several-duties" };

/**
 * The one duty that a person's roles come down to. Whoever sets a ceiling or audits never handles cases,
 * so roles of two duties are refused, and so are no roles at all.
 */
export function dutyOf(roles: readonly StaffRole[]): Result<Duty, DutyRefusal> {
  const [first, ...others] = new Set(roles.map((role) => DUTY_OF[role]));
  if (first === undefined) return refuse({ reason: "no-duty" });
  return others.length > 0 ? refuse({ reason: "several-duties" }) : ok(first);
}
