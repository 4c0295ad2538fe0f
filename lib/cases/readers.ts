import type { StaffRole } from "@/lib/actor";

/** Who may open a case; a budget holder sees references and amounts, and no cases. */
export const CASE_READERS = ["reviewer", "decider", "auditor"] as const satisfies readonly StaffRole[];

/** Whether any of these duties opens cases. */
export const readsCases = (roles: readonly StaffRole[]): boolean =>
  CASE_READERS.some((role) => roles.includes(role));
