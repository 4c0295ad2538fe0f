import "server-only";
import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type Actor, rolesOf } from "@/lib/actor";
import { env } from "@/lib/env";
import { Unavailable } from "@/lib/errors";
import { prepared } from "./prepared";
import * as schema from "./schema";

type Database = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

const DEADLINE_MS = 9_000;

const shared = globalThis as unknown as { portalDatabase?: { db: Database; end: () => Promise<void> } };

function database(): Database {
  shared.portalDatabase ??= connect();
  return shared.portalDatabase.db;
}

function connect() {
  const client = postgres(env().DATABASE_APP_URL, {
    max: env().DATABASE_POOL,
    connect_timeout: 5,
    idle_timeout: 60,
    connection: {
      application_name: "portal",
      statement_timeout: 8_000,
      idle_in_transaction_session_timeout: 15_000,
      TimeZone: "UTC",
    },
    onnotice: () => {},
  });
  return { db: drizzle(prepared(client), { schema }), end: () => client.end({ timeout: 5 }) };
}

/**
 * The only way in: one transaction in which every row-level policy knows the actor.
 * `now` is the database clock, the same through the whole transaction.
 * Throws Unavailable when the database has not answered within nine seconds, or within `patienceMs` for what is known
 * to take long. With `samePlan` a statement is planned once for whatever values it is asked with: for lists whose plan
 * no value could change, where planning costs more than reading.
 */
export async function asActor<T>(
  actor: Actor,
  work: (tx: Tx, now: Date) => Promise<T>,
  { patienceMs, samePlan = false }: { patienceMs?: number; samePlan?: boolean } = {},
): Promise<T> {
  const settings = {
    kind: actor.kind,
    person: "personId" in actor ? actor.personId : "",
    organisation: "organisationId" in actor ? actor.organisationId : "",
    roles: rolesOf(actor).join(","),
  };
  const run = database().transaction(async (tx) => {
    const [row] = await tx.execute<{ now: string }>(sql`
      select portal_now() as now,
        set_config('app.kind', ${settings.kind}, true), set_config('app.person_id', ${settings.person}, true),
        set_config('app.organisation_id', ${settings.organisation}, true), set_config('app.roles', ${settings.roles}, true),
        set_config('plan_cache_mode', ${samePlan ? "force_generic_plan" : "auto"}, true)`);
    if (!row) throw new Unavailable();
    if (patienceMs)
      await tx.execute(sql`select set_config('statement_timeout', ${String(patienceMs)}, true)`);
    return work(tx, new Date(row.now));
  });
  return withDeadline(run, patienceMs ?? DEADLINE_MS);
}

function withDeadline<T>(run: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable()), deadlineMs);
  });
  return Promise.race([run, deadline]).finally(() => clearTimeout(timer));
}

/** Closes every connection; for scripts and tests that end. */
export async function endDatabase(): Promise<void> {
  await shared.portalDatabase?.end();
  shared.portalDatabase = undefined;
}
