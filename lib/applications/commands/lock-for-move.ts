import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, people } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { isOwnEmployer } from "@/lib/applications/commands/is-own-employer";
import { type ApplicationRow, lockApplication } from "@/lib/applications/commands/lock-application";
import { ok, type Result, refuse } from "@/lib/result";
import { can, type MoveName } from "@/lib/vocabulary/lifecycle";

export type HandlingRefusal = { reason: "own-employer" } | { reason: "not-yours-to-do" } | Changed;

/** The newest event since the screen was rendered, and whether this official or a colleague caused it. */
export type Changed = { reason: "changed"; move: string; by: "you" | "colleague" | "employer"; name: string };

/**
 * The application, locked, when this official may make this move on the version on screen. Refused for one's own
 * employer, for the wrong duty, and when a colleague was first. Throws NotFound.
 */
export async function lockForMove(
  tx: Tx,
  actor: Staff,
  move: MoveName,
  seen: { applicationId: string; version: number },
): Promise<Result<ApplicationRow, HandlingRefusal>> {
  if (await isOwnEmployer(tx, seen.applicationId)) return refuse({ reason: "own-employer" });
  const application = await lockApplication(tx, seen.applicationId);
  if (application.version !== seen.version) return refuse(await whatChanged(tx, actor, application));
  if (!can(move, application.state, actor.roles)) return refuse({ reason: "not-yours-to-do" });
  return ok(application);
}

/** The newest event of the application. */
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
