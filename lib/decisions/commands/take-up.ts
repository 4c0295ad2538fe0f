import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { ok, type Result } from "@/lib/result";

/** A reviewer takes a filed application into review and becomes its handler; gives the new version. */
export async function takeUp(
  actor: Staff,
  seen: { applicationId: string; version: number },
): Promise<Result<{ version: number }, HandlingRefusal>> {
  return asActor(actor, async (tx) => {
    const locked = await lockForMove(tx, actor, "take_up", seen);
    if (!locked.ok) return locked;
    return ok({
      version: await moveApplication(tx, actor, "take_up", locked.value, {
        set: { assigneeId: actor.personId },
      }),
    });
  });
}
