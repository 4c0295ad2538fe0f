import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, events, organisations, people, staffInterests } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { type ApplicationRow, lockApplication } from "@/lib/applications/commands/lock-application";
import { type NewEvent, recordEvent } from "@/lib/audit/record";
import { enqueueRefresh } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import { can, MOVES, type MoveName } from "@/lib/vocabulary/lifecycle";

export type HandlingRefusal = { reason: "own-employer" } | { reason: "not-yours-to-do" } | Changed;

/** The last thing that happened since the screen was drawn, and who did it: the official himself, or a colleague. */
export type Changed = { reason: "changed"; move: string; by: "you" | "colleague" | "employer"; name: string };

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
  if (application.version !== seen.version) return refuse(await whatChanged(tx, actor, application));
  if (!can(move, application.state, actor.roles)) return refuse({ reason: "not-yours-to-do" });
  if (await isOwnEmployer(tx, actor, application.organisationId)) return refuse({ reason: "own-employer" });
  return ok(application);
}

/** The last thing that happened to it. */
export async function whatChanged(tx: Tx, actor: Staff, { id, version }: ApplicationRow): Promise<Changed> {
  const [event] = await tx
    .select({ type: events.type, kind: events.actorKind, personId: events.personId, name: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.personId))
    .where(and(eq(events.applicationId, id), eq(events.applicationVersion, version)));
  const colleague = event?.personId === actor.personId ? "you" : "colleague";
  return {
    reason: "changed",
    move: event?.type.replace("application.", "") ?? "",
    by: event?.kind === "employer" ? "employer" : colleague,
    name: event?.name ?? "",
  };
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

/** Moves that change what lists say beside the state: the term, or what others' checks find on record. */
const REFRESHING: readonly MoveName[] = ["request_completion", "lapse", "refuse", "not_treat"];

/** Makes the move: new state, one version up, one event. The caller holds the lock. */
export async function makeMove(
  tx: Tx,
  actor: Staff,
  move: MoveName,
  application: ApplicationRow,
  extra: { set?: Partial<typeof applications.$inferInsert>; payload?: NewEvent["payload"] } = {},
): Promise<number> {
  const version = application.version + 1;
  await Promise.all([
    tx
      .update(applications)
      .set({ ...extra.set, state: MOVES[move].to, version })
      .where(eq(applications.id, application.id)),
    recordEvent(tx, actor, {
      type: `application.${move}`,
      stream: `application:${application.id}`,
      organisationId: application.organisationId,
      applicationId: application.id,
      applicationVersion: version,
      payload: extra.payload,
    }),
  ]);
  if (REFRESHING.includes(move)) await enqueueRefresh(tx, application.id);
  return version;
}
