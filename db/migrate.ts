import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { ensureBackupRole, letBackupRead } from "./backup-role";
import { ensureWorker, installQueue } from "./queue";
import { applyRules, prepareClock } from "./rules";

const LOCK = 727_045_001;
const MIGRATIONS = { migrationsFolder: "db/migrations" };

/**
 * Brings the database up to date: roles, missing migrations, rules when they changed, queue, and the rights of the
 * backup role. Concurrent starts wait under an advisory lock. `ownerUrl` needs CREATEROLE the first time. Throws
 * OTHER_HISTORY when the database has another first migration.
 */
export async function migrate(ownerUrl: string, appPassword: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await assertSameHistory(client);
    await ensureRoles(client, appPassword);
    await refuseTemporaryTables(client);
    await prepareClock(client);
    await applyMigrations(drizzle(client), MIGRATIONS);
    await applyRules(client);
    await showShape(client);
    await installQueue(client, ownerUrl);
    await letBackupRead(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Creates only the roles, which a dump does not contain. */
export async function makeRoles(ownerUrl: string, appPassword: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await ensureRoles(client, appPassword);
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function assertSameHistory(client: postgres.Sql): Promise<void> {
  const [journal] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!journal?.exists) return;
  const [first] = await client`select hash from drizzle.__drizzle_migrations order by created_at limit 1`;
  if (!first || first.hash === readMigrationFiles(MIGRATIONS)[0]?.hash) return;
  throw Object.assign(new Error("The database began with another first migration."), {
    code: "OTHER_HISTORY",
  });
}

/** Rights on the database itself, which a dump does not contain: only the owner may create temporary tables. */
async function refuseTemporaryTables(client: postgres.Sql): Promise<void> {
  const [database] = await client<{ name: string }[]>`select current_database() as name`;
  if (database) await client`revoke temporary on database ${client(database.name)} from public`;
}

/** `portal_app` signs in and owns nothing; `portal_engine` cannot sign in and owns the functions. */
async function ensureRoles(client: postgres.Sql, appPassword: string): Promise<void> {
  if (!/^[\w-]+$/.test(appPassword))
    throw new Error("the app role's password may hold letters, digits, - and _ only");
  const existing = new Set((await client`select rolname from pg_roles`).map((row) => row.rolname as string));
  if (!existing.has("portal_engine")) await client`create role portal_engine nologin`;
  const verb = existing.has("portal_app") ? "alter" : "create";
  await client.unsafe(`${verb} role portal_app login password '${appPassword}'`);
  await client`grant portal_engine to current_user with inherit false, set true`;
  await ensureWorker(client, appPassword);
  await ensureBackupRole(client, appPassword);
}

/** Lets a web process read the applied migrations and rules, for its readiness. */
async function showShape(client: postgres.Sql): Promise<void> {
  await client`grant usage on schema drizzle, rules to portal_app`;
  await client`grant select on drizzle.__drizzle_migrations, rules.applied to portal_app`;
}
