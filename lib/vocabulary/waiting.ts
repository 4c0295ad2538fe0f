import type { State } from "./lifecycle";

/**
 * States in which an application can wait for money, whoever has to act. One that is asked for a listed document is not
 * complete and keeps nobody waiting (Awb 4:5): `isInQueue` leaves those out. The index `applications_undecided` names
 * the same states.
 */
export const WAITING = [
  "submitted",
  "completion_requested",
  "in_review",
  "refusal_intended",
  "proposed",
  "reserve_list",
] as const satisfies readonly State[];
