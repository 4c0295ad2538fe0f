import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { backupDatabaseUrl } from "@/db/backup-role";
import { appPassword } from "@/lib/env";
import { backUpCluster } from "./backup/cluster";
import { dumpDatabase } from "./backup/dump";
import { backupsIn, superseded } from "./backup/shelf";
import { environment } from "./environment";
import { archiveIn } from "./postgres/archive";
import { borrowPostgres } from "./postgres/borrow";
import { step } from "./start/progress";
import { explain, Trouble } from "./start/trouble";

const { values } = parseArgs({ options: { to: { type: "string" }, keep: { type: "string" } } });

main().catch((error) => {
  console.error(explain(error));
  process.exitCode = 1;
});

/**
 * Makes one backup below --to or BACKUP_FOLDER: of the whole server where it is this project's own, otherwise a dump of
 * the database in DATABASE_URL. With --keep N it removes all but the N newest, and the log that only they need.
 */
async function main(): Promise<void> {
  const keep = Number(values.keep ?? Number.MAX_SAFE_INTEGER);
  if (!Number.isInteger(keep) || keep < 1) throw new Trouble("--keep is a number of backups, at least 1.");
  Object.assign(process.env, environment(process.env));
  const { BACKUP_FOLDER = ".data/backups", DATABASE_URL, DATABASE_BACKUP_URL, APP_SECRET = "" } = process.env;
  const shelf = resolve(values.to ?? BACKUP_FOLDER);
  const folder = join(shelf, new Date().toISOString().replaceAll(":", "-"));
  mkdirSync(shelf, { recursive: true, mode: 0o700 });

  const url =
    DATABASE_BACKUP_URL ?? (DATABASE_URL && backupDatabaseUrl(DATABASE_URL, appPassword(APP_SECRET)));
  if (url) await step("Dumping the database", () => dumpDatabase(url, folder));
  else await backUpOwnServer(shelf, folder);
  console.log(`The backup is in ${folder}. It opens with DATA_KEYS only: keep those somewhere else.`);
  if (values.keep) removeSuperseded(shelf, keep);
}

async function backUpOwnServer(shelf: string, folder: string): Promise<void> {
  const cluster = await step("Starting PostgreSQL", borrowPostgres);
  try {
    const { superUrl } = cluster;
    const data = join(cluster.folder, "data");
    const { backup, archive } = await step("Copying the server", () => backUpCluster(superUrl, data, folder));
    const since = backup.takenAt.toISOString();
    if (archive === archiveIn(shelf)) console.log(`It can be restored to any second since ${since}.`);
    else
      console.log(
        `It can be restored to ${since} only: start the portal with BACKUP_FOLDER=${shelf} to reach later moments too.`,
      );
  } finally {
    await cluster.stop();
  }
}

function removeSuperseded(shelf: string, keep: number): void {
  const archive = archiveIn(shelf);
  const old = superseded(backupsIn(shelf), namesIn(archive), keep);
  for (const { folder } of old.backups) rmSync(folder, { recursive: true });
  for (const name of old.log) rmSync(join(archive, name));
  if (old.backups.length > 0) console.log(`Removed ${old.backups.length} older, ${keep} are kept.`);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
