import "server-only";
import type { Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { isOwnEmployer } from "@/lib/applications/commands/is-own-employer";
import { type ApplicationRow, lockApplication } from "@/lib/applications/commands/lock-application";
import { type HandlingRefusal, whatChanged } from "@/lib/applications/commands/lock-for-move";
import { mayPropose } from "@/lib/decisions/revision";
import { ok, type Result, refuse } from "@/lib/result";

/** Locks a grant that this reviewer may intend to lower: the version on screen, and not of their own employer. */
export async function lockToLower(
  tx: Tx,
  actor: Staff,
  seen: { applicationId: string; version: number },
): Promise<Result<ApplicationRow, HandlingRefusal>> {
  if (await isOwnEmployer(tx, seen.applicationId)) return refuse({ reason: "own-employer" });
  const application = await lockApplication(tx, seen.applicationId);
  if (application.version !== seen.version) return refuse(await whatChanged(tx, actor, application));
  if (!actor.roles.includes("reviewer") || !mayPropose("lower", application))
    return refuse({ reason: "not-yours-to-do" });
  return ok(application);
}
