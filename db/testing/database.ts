import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { endDatabase, replaceDatabase } from "@/db/client";
import { Database, type Patience } from "@/db/transaction";
import { appDatabaseUrl, env } from "@/lib/env";
import { endOutbox } from "@/lib/outbox/commands/enqueue";

type TestDatabase = {
  /** The owner of the tables, whom row-level security binds as well. */
  ownerUrl: string;
  /** The role of the app. */
  appUrl: string;
  /** The superuser, whom row-level security does not bind: for set-up, and for reading what no role may see. */
  superUrl: string;
  sql: postgres.Sql;
};

/** For tests without a time limit, because the machine may be busy. */
export const UNHURRIED: Patience = { placeMs: 40_000, answerMs: 20_000, workMs: 40_000, lockMs: 20_000 };

let current: TestDatabase | undefined;

/** Connections a test may have at once: as many as the largest race needs. They are opened on demand. */
const DATABASE_POOL = "64";

/**
 * Gives this test file its own copy of the migrated database and points `asActor` at it; call it once, before the
 * first use: `const { sql } = await testDatabase();`. It is dropped after the file's last test. The files of one worker
 * run one after the other and share its modules, so that their databases have one address.
 */
export async function testDatabase(): Promise<TestDatabase> {
  if (current) return current;
  const name = `test_${process.env.VITEST_POOL_ID}`;
  const template = new URL(inject("templateUrl")).pathname.slice(1);
  const variables: Record<string, string> = { ...inject("environment"), DATABASE_POOL };
  await asServer(async (server) => {
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.unsafe(`create database ${name} template ${template} owner portal_owner strategy file_copy`);
    await server.unsafe(`alter database ${name} set deadlock_timeout = '20ms'`);
  });

  const ownerUrl = at(inject("templateUrl"), name);
  const appUrl = appDatabaseUrl(ownerUrl, variables.APP_SECRET ?? "");
  const superUrl = at(inject("superUrl"), name);
  Object.assign(process.env, variables, { DATABASE_APP_URL: appUrl });
  replaceDatabase(new Database(appUrl, env().DATABASE_POOL, { patience: UNHURRIED }));

  const sql = postgres(superUrl, { max: 2, onnotice: () => {} });
  afterAll(async () => {
    await endOutbox();
    await endDatabase();
    await sql.end({ timeout: 5 });
    await asServer((server) => server.unsafe(`drop database ${name} with (force)`));
    current = undefined;
  });
  current = { ownerUrl, appUrl, superUrl, sql };
  return current;
}

/** Stops the database clock of this test file at an instant, as text to the microsecond; null starts it again. */
export async function setClock(instant: Date | string | null): Promise<void> {
  const { sql } = await testDatabase();
  const text = instant instanceof Date ? instant.toISOString() : instant;
  const body = text ? `select '${text}'::timestamptz` : "select now()";
  await sql.unsafe(
    `create or replace function portal_now() returns timestamptz language sql stable as $$ ${body} $$`,
  );
}

async function asServer(work: (server: postgres.Sql) => Promise<unknown>): Promise<void> {
  const server = postgres(inject("superUrl"), { max: 1, onnotice: () => {} });
  try {
    await work(server);
  } finally {
    await server.end({ timeout: 5 });
  }
}

function at(url: string, database: string): string {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  return copy.href;
}
