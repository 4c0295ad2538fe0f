import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { isOwnEmployer } from "@/lib/applications/commands/is-own-employer";
import { type ApplicationRow, lockApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import { type AssignmentRefusal, decideAssignment } from "@/lib/cases/assignment";
import { ok, type Result, refuse } from "@/lib/result";

export type Seen = { applicationId: string; assigneeId: string | null };

/** The case, locked, when this reviewer may change its handler. Throws NotFound. */
export async function lockForAssignment(
  tx: Tx,
  actor: Staff,
  seen: Seen,
): Promise<Result<ApplicationRow, AssignmentRefusal>> {
  if (await isOwnEmployer(tx, seen.applicationId)) return refuse({ reason: "own-employer" });
  const application = await lockApplication(tx, seen.applicationId);
  const decision = decideAssignment(actor, application, seen.assigneeId);
  if (!decision.ok) return decision;
  return ok(application);
}

/** Sets or clears the handler, with one event that only officials see. The caller holds the lock. */
export async function assignTo(
  tx: Tx,
  actor: Staff,
  application: ApplicationRow,
  change: { verb: "claim" | "hand_over" | "release"; to: string | null; noteId?: string },
): Promise<void> {
  await tx.update(applications).set({ assigneeId: change.to }).where(eq(applications.id, application.id));
  await recordEvent(tx, actor, {
    type: `application.${change.verb}`,
    stream: `application:${application.id}`,
    applicationId: application.id,
    payload: { from: application.assigneeId, to: change.to, ...(change.noteId && { note: change.noteId }) },
  });
}
