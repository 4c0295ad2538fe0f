import type { State } from "./lifecycle";

/**
 * States in which a complete application waits for money, whoever has to act. One that is asked for a listed document
 * is not complete and keeps nobody waiting (Awb 4:5). The index `applications_undecided` names the same states.
 */
export const WAITING = [
  "submitted",
  "in_review",
  "refusal_intended",
  "proposed",
  "reserve_list",
] as const satisfies readonly State[];
