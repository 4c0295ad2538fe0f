import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { copyHashed, hashOf } from "./hashed";
import { type Backup, complete, isWal } from "./shelf";

/** Folders that a backup keeps empty: the server fills them when it starts. */
const EMPTIED = new Set([
  "pg_dynshmem",
  "pg_notify",
  "pg_replslot",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
  "pg_wal",
]);
const LEFT_OUT = new Set(["postmaster.pid", "postmaster.opts", "backup_label.old", "current_logfiles"]);
const PASSING = /^(pgsql_tmp.*|pg_internal\.init.*|.*\.tmp)$/;
const LAST = "global/pg_control";

/**
 * Copies a running server: its files, and the log that was written meanwhile, so that the copy starts by itself. `data`
 * is the server's own folder, `folder` one that does not exist yet. The server keeps working. `archive` is the folder
 * of its archived log, if any.
 */
export async function backUpCluster(
  superUrl: string,
  data: string,
  folder: string,
): Promise<{ backup: Backup; archive: string | undefined }> {
  const client = postgres(superUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const backup = await copyBetweenMarks(client, data, folder);
    spawnSync("sync");
    complete(backup);
    const [kept] = await client<{ archive: string | null }[]>`
      select nullif(current_setting('basic_archive.archive_directory', true), '') as archive`;
    return { backup, archive: kept?.archive ?? undefined };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** The slot makes the server keep the log that the copy needs; slot and backup mode end with this connection. */
async function copyBetweenMarks(sql: postgres.Sql, data: string, folder: string): Promise<Backup> {
  await sql`select pg_create_physical_replication_slot('portal_backup_' || pg_backend_pid(), true, true)`;
  const [began] = await sql<{ wal: string }[]>`
    select pg_walfile_name(pg_backup_start('npm run backup', true)) as wal`;
  const target = join(folder, "data");
  const { folders, paths } = layoutOf(data);
  for (const path of folders) mkdirSync(join(target, path), { recursive: true, mode: 0o700 });
  const files: Record<string, string> = {};
  for (const path of paths) {
    const hash = await copied(join(data, path), join(target, path));
    if (hash) files[path] = hash;
  }
  const [ended] = await sql<{ wal: string; label: string; second: Date; version: string }[]>`
    select pg_walfile_name(lsn) as wal, labelfile as label, current_setting('server_version') as version,
      date_trunc('second', clock_timestamp()) + interval '1 second' as second
    from pg_backup_stop(false)`;
  if (!began || !ended) throw new Error("the server does not say what belongs to the backup");
  writeFileSync(join(target, "backup_label"), ended.label, { mode: 0o600 });
  files.backup_label = await hashOf(join(target, "backup_label"));
  const isNeeded = (name: string) =>
    name.endsWith(".history") || (isWal(name) && name >= began.wal && name <= ended.wal);
  for (const name of readdirSync(join(data, "pg_wal")).filter(isNeeded)) {
    const path = join("pg_wal", name);
    files[path] = await copyHashed(join(data, path), join(target, path));
  }
  const { second: takenAt, version } = ended;
  return { folder, kind: "cluster", takenAt, version, firstWal: began.wal, folders, files };
}

/** Paths to create and to copy, below a cluster's folder. */
function layoutOf(data: string): { folders: string[]; paths: string[] } {
  const folders: string[] = [];
  const paths: string[] = [];
  const walk = (folder: string) => {
    folders.push(folder);
    if (EMPTIED.has(folder)) return;
    for (const entry of readdirSync(join(data, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (PASSING.test(entry.name) || LEFT_OUT.has(path)) continue;
      if (entry.isDirectory()) walk(path);
      else paths.push(path);
    }
  };
  walk(".");
  return { folders, paths: [...paths.filter((path) => path !== LAST), LAST] };
}

/** Copies a file; undefined when the server has removed it meanwhile, which its log records. */
async function copied(from: string, to: string): Promise<string | undefined> {
  try {
    return await copyHashed(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    rmSync(to, { force: true });
    return undefined;
  }
}
