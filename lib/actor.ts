import type { Scheme } from "@/lib/vocabulary/scheme";

/** What staff may be; one duty each, so that nobody who sets a ceiling decides a case. */
export const STAFF_ROLES = ["reviewer", "decider", "budget_holder", "auditor"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Who may open a case; a budget holder sees references and amounts, and no cases. */
export const CASE_READERS = ["reviewer", "decider", "auditor"] as const satisfies readonly StaffRole[];
/** Whether any of these duties opens cases. */
export const readsCases = (roles: readonly StaffRole[]): boolean =>
  CASE_READERS.some((role) => roles.includes(role));

export type Visitor = { kind: "visitor" };
export type Employer = {
  kind: "employer";
  personId: string;
  organisationId: string;
  /** Level of assurance of this sign-in: eHerkenning levels. */
  assurance: Assurance;
  /** The schemes that a mandate covers; absent when nothing limits what may be done for the organisation. */
  schemes?: readonly Scheme[];
};
/** Whether this scheme is within what may be done for the organisation. */
export const covers = ({ schemes }: Pick<Employer, "schemes">, scheme: Scheme): boolean =>
  schemes?.includes(scheme) ?? true;

export type Staff = { kind: "staff"; personId: string; roles: readonly StaffRole[] };
/** Work that no person asked for at that moment; `task` names it in the event. */
export type System = { kind: "system"; task: string };

/** On whose behalf anything is read or written. */
export type Actor = Visitor | Employer | Staff | System;

export const ASSURANCES = ["EH2", "EH2+", "EH3", "EH4"] as const;
export type Assurance = (typeof ASSURANCES)[number];
/** Whether a sign-in of this level is enough where at least `minimum` is asked. */
export const reaches = (level: Assurance, minimum: Assurance): boolean =>
  ASSURANCES.indexOf(level) >= ASSURANCES.indexOf(minimum);

export const VISITOR: Visitor = { kind: "visitor" };

/** The word that moves and policies know an actor by; a reviewer who also decides has both. */
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
