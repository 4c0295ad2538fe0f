import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { makeRoles, migrate } from "@/db/migrate";
import { appDatabaseUrl, appPassword } from "@/lib/env";
import { assertEmpty, restoreDump } from "./backup/dump";
import { momentOf } from "./backup/moment";
import { restoreCluster } from "./backup/recover";
import { type Backup, backupFor, backupsIn } from "./backup/shelf";
import { environment } from "./environment";
import { serverIn, startPostgres } from "./postgres";
import { archiveIn, archiving } from "./postgres/archive";
import { secrets } from "./secrets";
import { step } from "./start/progress";
import { explain, Trouble } from "./start/trouble";
import { verifyKeys } from "./verify/keys";
import { verifyLedger } from "./verify/ledger";

const { values } = parseArgs({
  options: {
    from: { type: "string" },
    at: { type: "string" },
    into: { type: "string" },
    check: { type: "boolean" },
  },
});

main().catch((error) => {
  console.error(explain(error));
  process.exitCode = 1;
});

/**
 * Restores a backup below --from or BACKUP_FOLDER, to the moment --at or to the end of its log: a dump into the empty
 * database in DATABASE_URL, a server into this project's own empty folder or --into. Then checks roles, keys and
 * invariants; --check only checks a DATABASE_URL.
 */
async function main(): Promise<void> {
  Object.assign(process.env, environment(process.env));
  const { BACKUP_FOLDER = ".data/backups", DATABASE_URL, APP_SECRET = "" } = process.env;
  const shelf = resolve(values.from ?? BACKUP_FOLDER);
  const password = appPassword(APP_SECRET);
  if (values.check && !DATABASE_URL)
    throw new Trouble("--check looks at a database that others restored: set DATABASE_URL.");
  if (DATABASE_URL && values.check) await check(DATABASE_URL, password);
  else if (DATABASE_URL) await fillDatabase(DATABASE_URL, shelf, password);
  else await fillOwnServer(shelf, password);
}

async function fillDatabase(url: string, shelf: string, password: string): Promise<void> {
  if (values.at) throw new Trouble("A dump holds one moment only: leave out --at.");
  const backup = chosen(shelf, "dump");
  await assertEmpty(url);
  await step("Making the roles", () => makeRoles(url, password));
  await step("Filling the database", () => restoreDump(url, backup));
  await check(url, password);
}

async function fillOwnServer(shelf: string, password: string): Promise<void> {
  const { BACKUP_FOLDER: kept } = process.env;
  const at = momentIn(values.at);
  const server = serverIn(values.into);
  const backup = chosen(shelf, "cluster", at);
  const settings = kept && !values.into ? archiving(kept, server.account) : {};
  await step("Bringing the server back", () =>
    restoreCluster(server, backup, { archive: archiveIn(shelf), at, settings }, secrets()),
  );
  const cluster = await step("Starting PostgreSQL", () => startPostgres({ folder: values.into }));
  try {
    await check(cluster.ownerUrl, password);
  } finally {
    await cluster.stop();
  }
  console.log(`Its folder is ${cluster.folder}.`);
}

function momentIn(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const moment = momentOf(text);
  if (moment) return moment;
  throw new Trouble(
    '--at is a moment such as "2026-11-30 17:10:05", in Dutch time, or "2026-11-30T16:10:05Z".',
  );
}

function chosen(shelf: string, kind: Backup["kind"], at?: Date): Backup {
  const backups = backupsIn(shelf).filter((backup) => backup.kind === kind);
  const [oldest] = backups;
  const what = kind === "dump" ? "dump" : "backup of a whole server";
  if (!oldest) throw new Trouble(`There is no ${what} in ${shelf}: name its folder with --from.`);
  const backup = backupFor(backups, at);
  if (!backup)
    throw new Trouble(
      `The oldest backup in ${shelf} reaches ${oldest.takenAt.toISOString()} and later moments only.`,
    );
  console.log(`Restoring ${backup.folder}.`);
  return backup;
}

/** Migrates to this release, and then checks the contents. */
async function check(ownerUrl: string, password: string): Promise<void> {
  await step("Bringing roles and tables up to date", () => migrate(ownerUrl, password));
  process.env.DATABASE_APP_URL ??= appDatabaseUrl(ownerUrl, process.env.APP_SECRET ?? "");
  await verifyKeys(ownerUrl);
  await verifyLedger(ownerUrl);
  console.log("The database is whole again. Now start the portal, and make a backup.");
}
