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

/** Puts another database where `asActor` finds its own, until `endDatabase`; for tests and measurements. */
export function replaceDatabase(other: Database): void {
  shared.portalDatabase = other;
}

/** The server gives up a statement this much before the process does, which can then keep the connection. */
const SOONER_MS = 500;

const INTRODUCTION = `
  select portal_now()::text as now,
    set_config('app.kind', $1, true), set_config('app.person_id', $2, true),
    set_config('app.organisation_id', $3, true), set_config('app.roles', $4, true),
    set_config('app.session_id', $5, true), set_config('statement_timeout', $6, true)`;

type Work<T> = (tx: Tx, now: Date) => Promise<T>;

/**
 * The only way in: one transaction in which every row-level policy knows the actor.
 * `now` is the database clock, the same through the whole transaction.
 * Throws Unavailable when the database has not answered within ten seconds, or within `patienceMs` for what is known to
 * take long; Busy when a lock did not come free; OutcomeUnknown when nobody can say whether it was committed.
 */
export const asActor = <T>(actor: Actor, work: Work<T>, options: { patienceMs?: number } = {}): Promise<T> =>
  enter("writing", actor, work, options);

/** The same way in for what only reads: the database refuses to write. Throws Unavailable. */
export const readAs = <T>(actor: Actor, work: Work<T>): Promise<T> => enter("reading", actor, work);

/** Reads as a visitor on a place that nobody else takes, to see how the database is. Throws Unavailable. */
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

/** Lets this transaction plan each statement once for whatever values: for lists whose plan no value could change. */
export async function planOnce(tx: Tx): Promise<void> {
  await tx.execute(sql`set local plan_cache_mode = force_generic_plan`);
}

/** Closes every connection; for scripts and tests that end. */
export async function endDatabase(): Promise<void> {
  const ended = shared.portalDatabase;
  shared.portalDatabase = undefined;
  await ended?.end();
}
