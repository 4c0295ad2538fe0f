/** Duties of staff; one each, so that nobody who sets a ceiling decides a case. */
export const STAFF_ROLES = ["reviewer", "decider", "budget_holder", "auditor"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Duties that may open a case; a budget holder sees references and amounts, but no cases. */
export const CASE_READERS = ["reviewer", "decider", "auditor"] as const satisfies readonly StaffRole[];
/** Whether one of these duties may open cases. */
export const readsCases = (roles: readonly StaffRole[]): boolean =>
  CASE_READERS.some((role) => roles.includes(role));

export type Visitor = { kind: "visitor" };
export type Employer = {
  kind: "employer";
  personId: string;
  /** The one organisation that this sign-in represents. */
  organisationId: string;
  /** The database looks up what this session may do. */
  sessionId: string;
  assurance: Assurance;
  /** The one branch that the mandate is for; absent for the whole organisation. */
  branchNumber?: string;
};

export type Staff = { kind: "staff"; personId: string; roles: readonly StaffRole[] };
/** Work that no person asked for at that moment; `task` names it in the event. */
export type System = { kind: "system"; task: string };

/** The person, or the system, that reads or writes. */
export type Actor = Visitor | Employer | Staff | System;

/** Levels of assurance of the Dutch trust framework (eHerkenning), from low to high; eIDAS levels are mapped to them. */
export const ASSURANCES = ["loa2", "loa2plus", "loa3", "loa4"] as const;
export type Assurance = (typeof ASSURANCES)[number];
/** Whether a sign-in of this level is enough where `minimum` is required. */
export const reaches = (level: Assurance, minimum: Assurance): boolean =>
  ASSURANCES.indexOf(level) >= ASSURANCES.indexOf(minimum);

export const VISITOR: Visitor = { kind: "visitor" };

/** The name by which moves and policies know an actor; a reviewer who is also a decider has both. */
export type Role = "employer" | "system" | StaffRole;
export function rolesOf(actor: Actor): readonly Role[] {
  switch (actor.kind) {
    case "visitor":
      return [];
    case "staff":
      return actor.roles;
    case "employer":
    case "system":
      return [actor.kind];
  }
}
