import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { Trouble } from "../start/trouble";
import { hashOf } from "./hashed";
import { type Backup, complete } from "./shelf";

const FILE = "portal.dump";

/**
 * Runs pg_dump for the whole database. `url` is of a role with BYPASSRLS: as any other role, the owner included,
 * pg_dump stops at the first table. Throws Trouble when that role or pg_dump is unsuitable.
 */
export async function dumpDatabase(url: string, folder: string): Promise<Backup> {
  const { major, version, now } = await server(url);
  await checkClient("pg_dump", major);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const file = join(folder, FILE);
    await client("pg_dump", ["--format=custom", `--file=${file}`], url);
    const hash = await hashOf(file);
    const backup: Backup = { folder, kind: "dump", takenAt: now, version, files: { [FILE]: hash } };
    complete(backup);
    return backup;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Throws Trouble when the database in `url` holds tables already. */
export async function assertEmpty(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10 });
  try {
    const [table] = await sql<{ name: string }[]>`
      select schemaname || '.' || tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`;
    if (table)
      throw new Trouble(`The database in DATABASE_URL holds ${table.name}: make an empty one and name that.`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Restores a dump into an empty database whose roles exist, all or nothing. `url` is of its owner. The owner of a
 * function needs the right to create one, so `portal_engine` has it meanwhile.
 */
export async function restoreDump(url: string, { folder, files }: Backup): Promise<void> {
  const file = join(folder, FILE);
  if ((await hashOf(file)) !== files[FILE])
    throw new Trouble(`${file} is damaged: restore from an older backup.`);
  const { major } = await server(url, { mayBeBound: true });
  await checkClient("pg_restore", major);
  const sql = postgres(url, { max: 1, connect_timeout: 10 });
  try {
    await sql`grant create on schema public to portal_engine`;
    await client("pg_restore", ["--exit-on-error", "--single-transaction", file], url);
    await sql`revoke create on schema public from portal_engine`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function server(
  url: string,
  { mayBeBound = false } = {},
): Promise<{ major: number; version: string; now: Date }> {
  const sql = postgres(url, { max: 1, connect_timeout: 10 });
  try {
    const [row] = await sql<{ number: number; version: string; now: Date; role: string; free: boolean }[]>`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
        now(), rolname as role, rolbypassrls or rolsuper as free
      from pg_roles where rolname = current_user`;
    if (!row) throw new Error("the server does not know who is signed in");
    if (!mayBeBound && !row.free)
      throw new Trouble(
        `${row.role} may not read every row yet: have a superuser run "alter role ${row.role} bypassrls" once.`,
      );
    return { major: Math.floor(row.number / 10_000), version: row.version, now: row.now };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function checkClient(name: string, major: number): Promise<void> {
  const words = await run(name, ["--version"], {}).catch(() => "");
  const found = Number(/\) (\d+)/.exec(words)?.[1]);
  if (!(found >= major)) {
    const what = found ? `${name} is of version ${found}` : `There is no ${name} here`;
    throw new Trouble(
      `${what}, the server is of version ${major}: install the PostgreSQL client of version ${major}.`,
    );
  }
}

/** The password is in the environment, because everyone on the machine can read a command line. */
function client(name: string, args: readonly string[], url: string): Promise<string> {
  const address = new URL(url);
  const PGPASSWORD = decodeURIComponent(address.password);
  address.password = "";
  return run(name, ["--no-password", `--dbname=${address.href}`, ...args], { PGPASSWORD });
}

function run(name: string, args: readonly string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { env: { ...process.env, ...env } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new Trouble(`${name} stopped: ${output.trim()}`)),
    );
  });
}
