import type { Staff } from "@/lib/actor";
import { ok, type Result, refuse } from "@/lib/result";
import type { State } from "@/lib/vocabulary/lifecycle";
import { isUndecided } from "@/lib/vocabulary/lifecycle";

/** Who handles a case that nobody handles, as the lists of work know it. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

export type AssignmentRefusal =
  | { reason: "not-yours-to-do" }
  | { reason: "own-employer" }
  /** The case stood in another's name than the screen said. */
  | { reason: "handler-changed" }
  | { reason: "colleague-cannot" };

type Standing = { state: State; assigneeId: string | null };

/**
 * Whether a reviewer may put a case in a name, or in none: only while it is under way, and only when it still stands
 * in the name that was on screen. What nobody took up yet is taken up, which is a move of its own.
 */
export function decideAssignment(
  actor: Staff,
  standing: Standing,
  seenAssigneeId: string | null,
): Result<true, AssignmentRefusal> {
  const isUnderWay = isUndecided(standing.state) && standing.state !== "submitted";
  if (!actor.roles.includes("reviewer") || !isUnderWay) return refuse({ reason: "not-yours-to-do" });
  return standing.assigneeId === seenAssigneeId ? ok(true) : refuse({ reason: "handler-changed" });
}
