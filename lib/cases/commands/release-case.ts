import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import type { AssignmentRefusal } from "@/lib/cases/assignment";
import { ok, type Result, refuse } from "@/lib/result";
import { assignTo, lockForAssignment } from "./assign";

/** A reviewer stops being the handler of a case, so that a colleague can take it on. */
export function releaseCase(
  actor: Staff,
  { applicationId }: { applicationId: string },
): Promise<Result<{ released: true }, AssignmentRefusal>> {
  return asActor(actor, async (tx) => {
    const locked = await lockForAssignment(tx, actor, { applicationId, assigneeId: actor.personId });
    if (!locked.ok) return refuse(locked.refusal);
    await assignTo(tx, actor, locked.value, { verb: "release", to: null });
    return ok({ released: true });
  });
}
