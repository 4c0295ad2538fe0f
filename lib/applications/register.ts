/** What the trade register says of an employer; "not_asked" when it could not be asked. */
export const REGISTER_STATES = ["active", "ended", "unknown", "not_asked"] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

export type SbiActivity = { code: string; description: string };
/** An employer as the register knows it; a shielded address stays away, and so does the owner. */
export type RegisterEntry = {
  name: string;
  legalForm: string;
  isActive: boolean;
  address: string | null;
  city: string | null;
  /** The main activity first. */
  activities: SbiActivity[];
};
export type RegisterAnswer = { found: RegisterEntry } | { problem: "unknown" | "not_asked" };

export const registerState = (answer: RegisterAnswer): RegisterState =>
  "problem" in answer ? answer.problem : answer.found.isActive ? "active" : "ended";
