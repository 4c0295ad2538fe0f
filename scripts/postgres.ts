import postgres from "postgres";
import { serverAccount } from "./postgres/account";
import { archiving } from "./postgres/archive";
import { serverBinaries } from "./postgres/binaries";
import { clusterFolder } from "./postgres/folder";
import { initialise, isRunning, type Server, start, stop } from "./postgres/server";
import { secrets } from "./secrets";

export type Cluster = {
  /** As portal_owner, who migrates and owns the database. */
  ownerUrl: string;
  /** As PostgreSQL's superuser; for preparing test databases only. */
  superUrl: string;
  /** The folder of the data. */
  folder: string;
  isRunning: () => boolean;
  stop: () => Promise<void>;
};

const HOME = ".data/postgres";

type Options = { folder?: string; settings?: Record<string, string>; backupFolder?: string | undefined };

/**
 * Starts this project's own PostgreSQL on 127.0.0.1, or takes over one that a killed start left running. Data stays
 * between starts. `settings` are PostgreSQL's own, such as fsync or max_connections. With `backupFolder` it archives
 * its log there, so that a backup can be restored to any second.
 */
export async function startPostgres({
  folder = HOME,
  settings = {},
  backupFolder = folder === HOME ? process.env.BACKUP_FOLDER : undefined,
}: Options = {}): Promise<Cluster> {
  const { POSTGRES_PASSWORD, OWNER_PASSWORD } = secrets();
  const server = serverIn(folder);
  await initialise(server, POSTGRES_PASSWORD);
  const keeping = backupFolder ? archiving(backupFolder, server.account) : {};
  const port = await start(server, { max_connections: "200", ...keeping, ...settings });
  const superUrl = `postgres://postgres:${POSTGRES_PASSWORD}@127.0.0.1:${port}/postgres`;
  await ensureOwner(superUrl, OWNER_PASSWORD);
  return {
    ownerUrl: `postgres://portal_owner:${OWNER_PASSWORD}@127.0.0.1:${port}/portal`,
    superUrl,
    folder: server.folder,
    isRunning: () => isRunning(server),
    stop: () => stop(server),
  };
}

/** Stops the cluster of this folder, if it still runs; gives the folder of its data. */
export async function stopPostgres(folder = HOME): Promise<string> {
  const server = serverIn(folder);
  await stop(server);
  return server.folder;
}

/** The server in this folder or, where its account cannot reach that, in one of its own. */
export function serverIn(wanted = HOME): Server {
  const account = serverAccount();
  const folder = clusterFolder(wanted, secrets().POSTGRES_PASSWORD, account);
  return { folder, bin: serverBinaries(folder, account), account };
}

/** The owner of the database is no superuser, as in production. Only a superuser can give the backup role BYPASSRLS. */
async function ensureOwner(superUrl: string, password: string): Promise<void> {
  const client = postgres(superUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const [role] = await client`select from pg_roles where rolname = 'portal_owner'`;
    if (!role) await client.unsafe(`create role portal_owner login createrole password '${password}'`);
    const [backup] = await client`select from pg_roles where rolname = 'portal_backup'`;
    if (!backup) await client`create role portal_backup login bypassrls`;
    await client`grant portal_backup to portal_owner with admin option, inherit false, set false`;
    const [database] = await client`select from pg_database where datname = 'portal'`;
    if (!database) await client`create database portal owner portal_owner`;
  } finally {
    await client.end({ timeout: 5 });
  }
}
