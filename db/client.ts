import "server-only";
import { sql } from "drizzle-orm";
import { type Actor, rolesOf, VISITOR } from "@/lib/actor";
import { env } from "@/lib/env";
import type { Kind } from "./places";
import { Database, type Tx } from "./transaction";

export type { Tx };

const shared = globalThis as unknown as { portalDatabase?: Database | undefined };

function database(): Database {
  shared.portalDatabase ??= new Database(env().DATABASE_APP_URL, env().DATABASE_POOL);
  return shared.portalDatabase;
}

/** Replaces the database of `asActor` until `endDatabase`; for tests and measurements. */
export function replaceDatabase(other: Database): void {
  shared.portalDatabase = other;
}

/** The server's timeout is this much shorter than that of the process, which can then keep the connection. */
const SOONER_MS = 500;

const INTRODUCTION = `
  select portal_now()::text as now,
    set_config('app.kind', $1, true), set_config('app.person_id', $2, true),
    set_config('app.organisation_id', $3, true), set_config('app.roles', $4, true),
    set_config('app.session_id', $5, true), set_config('statement_timeout', $6, true)`;

type Work<T> = (tx: Tx, now: Date) => Promise<T>;

/**
 * The only way to write: one transaction in which every policy knows the actor. `now` is the database clock at its
 * start. Throws Unavailable without an answer in ten seconds, or in `patienceMs`; Busy when a lock was not released in
 * time; OutcomeUnknown when it is unknown whether it was committed.
 */
export const asActor = <T>(actor: Actor, work: Work<T>, options: { patienceMs?: number } = {}): Promise<T> =>
  enter("writing", actor, work, options);

/** The same for reading: the database refuses to write. Throws Unavailable. */
export const readAs = <T>(actor: Actor, work: Work<T>): Promise<T> => enter("reading", actor, work);

/** Reads as a visitor on a connection for health checks alone. Throws Unavailable. */
export const readHealth = <T>(work: Work<T>, patienceMs: number): Promise<T> =>
  enter("health", VISITOR, work, { patienceMs });

async function enter<T>(
  kind: Kind,
  actor: Actor,
  work: Work<T>,
  { patienceMs }: { patienceMs?: number } = {},
): Promise<T> {
  const { patience } = database();
  const workMs = patienceMs ?? patience.workMs;
  const values = [
    actor.kind,
    "personId" in actor ? actor.personId : "",
    "organisationId" in actor ? actor.organisationId : "",
    rolesOf(actor).join(","),
    "sessionId" in actor ? actor.sessionId : "",
    String(workMs - SOONER_MS),
  ];
  const first = { name: "introduction", text: INTRODUCTION, values };
  return await database().transaction({ kind, workMs, first }, (tx, row: { now: string }) =>
    work(tx, new Date(row.now)),
  );
}

/** Makes this transaction plan each statement once for all values: for lists whose plan depends on no value. */
export async function planOnce(tx: Tx): Promise<void> {
  await tx.execute(sql`set local plan_cache_mode = force_generic_plan`);
}

/** Closes every connection; for scripts and tests. */
export async function endDatabase(): Promise<void> {
  const ended = shared.portalDatabase;
  shared.portalDatabase = undefined;
  await ended?.end();
}
