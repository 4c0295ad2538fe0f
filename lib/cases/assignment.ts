import type { Staff } from "@/lib/actor";
import { ok, type Result, refuse } from "@/lib/result";
import type { State } from "@/lib/vocabulary/lifecycle";
import { isUndecided } from "@/lib/vocabulary/lifecycle";

/** The work list's value for a case without a handler. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

export type AssignmentRefusal =
  | { reason: "not-yours-to-do" }
  | { reason: "own-employer" }
  /** The case has another handler than the screen showed. */
  | { reason: "handler-changed" }
  | { reason: "colleague-cannot" };

type Standing = { state: State; assigneeId: string | null };

/**
 * Whether a reviewer may change the handler of a case: only while it is undecided, and only when the handler is still
 * the one on screen. A case that nobody took into review is taken up, which is another move.
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
