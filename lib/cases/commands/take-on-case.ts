import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import type { AssignmentRefusal } from "@/lib/cases/assignment";
import { ok, type Result, refuse } from "@/lib/result";
import { assignTo, lockForAssignment } from "./assign";

/** A reviewer becomes the handler of a case without one. Refused when a colleague was first. */
export function takeOnCase(
  actor: Staff,
  { applicationId }: { applicationId: string },
): Promise<Result<{ claimed: true }, AssignmentRefusal>> {
  return asActor(actor, async (tx) => {
    const locked = await lockForAssignment(tx, actor, { applicationId, assigneeId: null });
    if (!locked.ok) return refuse(locked.refusal);
    await assignTo(tx, actor, locked.value, { verb: "claim", to: actor.personId });
    return ok({ claimed: true });
  });
}
