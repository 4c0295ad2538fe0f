import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, organisations, staffInterests } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { type ApplicationRow, lockApplication } from "@/lib/applications/commands/lock-application";
import { can, MOVES, type MoveName, type State } from "@/lib/applications/lifecycle";
import { type NewEvent, recordEvent } from "@/lib/audit/record";
import { ok, type Result, refuse } from "@/lib/result";

export type HandlingRefusal =
  | { reason: "own-employer" }
  | { reason: "not-yours-to-do" }
  | { reason: "changed"; state: State };

/**
 * The application, locked, when this official may make this move on the version that was on screen.
 * Refused for one's own employer, the wrong role, or when a colleague was first. Throws NotFound.
 */
export async function lockForMove(
  tx: Tx,
  actor: Staff,
  move: MoveName,
  seen: { applicationId: string; version: number },
): Promise<Result<ApplicationRow, HandlingRefusal>> {
  const application = await lockApplication(tx, seen.applicationId);
  if (application.version !== seen.version) return refuse({ reason: "changed", state: application.state });
  if (!can(move, application.state, actor.roles)) return refuse({ reason: "not-yours-to-do" });
  if (await isOwnEmployer(tx, actor, application.organisationId)) return refuse({ reason: "own-employer" });
  return ok(application);
}

/** Whether this official also belongs to that employer, by the ministry's own registration. */
export async function isOwnEmployer(tx: Tx, actor: Staff, organisationId: string): Promise<boolean> {
  const rows = await tx
    .select({ personId: staffInterests.personId })
    .from(staffInterests)
    .innerJoin(organisations, eq(organisations.kvkNumber, staffInterests.kvkNumber))
    .where(and(eq(staffInterests.personId, actor.personId), eq(organisations.id, organisationId)));
  return rows.length > 0;
}

/** Makes the move: new state, one version up, one event. The caller holds the lock. */
export async function makeMove(
  tx: Tx,
  actor: Staff,
  move: MoveName,
  application: ApplicationRow,
  extra: { set?: Partial<typeof applications.$inferInsert>; payload?: NewEvent["payload"] } = {},
): Promise<number> {
  const version = application.version + 1;
  await tx
    .update(applications)
    .set({ ...extra.set, state: MOVES[move].to, version })
    .where(eq(applications.id, application.id));
  await recordEvent(tx, actor, {
    type: `application.${move}`,
    stream: `application:${application.id}`,
    organisationId: application.organisationId,
    applicationId: application.id,
    applicationVersion: version,
    payload: extra.payload,
  });
  return version;
}
