import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { succeedsAs } from "../postgres/account";
import { handOver } from "../postgres/folder";
import {
  dataOf,
  isComplete,
  lastWords,
  launch,
  markComplete,
  quoted,
  runAlone,
  type Server,
  stop,
  whenReady,
} from "../postgres/server";
import { Trouble } from "../start/trouble";
import { copyHashed } from "./hashed";
import { type Backup, firstGap } from "./shelf";

type Passwords = { POSTGRES_PASSWORD: string; OWNER_PASSWORD: string };
type Recovery = {
  /** Folder with the archived log of the lost server, which is replayed. */
  archive: string;
  /** Up to and including this moment; without one to the end of the log. */
  at?: Date | undefined;
  /** Settings of the server that will run: one that archives its log also archives the beginning of its new one. */
  settings?: Record<string, string>;
};

/**
 * Fills an empty server's folder from a backup, replays the archived log, and sets the passwords of superuser and
 * owner. The server does not run before or afterwards. Throws Trouble when the folder holds a cluster, the backup is
 * damaged, or the log does not reach the moment.
 */
export async function restoreCluster(
  server: Server,
  backup: Backup,
  { archive, at, settings = {} }: Recovery,
  passwords: Passwords,
): Promise<void> {
  if (isComplete(server)) {
    throw new Trouble(
      `There is a database in ${server.folder}. Stop the portal, move that folder away and try again.`,
    );
  }
  const hasLog = existsSync(archive) && readdirSync(archive).length > 0;
  if (hasLog) checkLog(server, backup, archive, at);
  else if (at) throw new Trouble(`${archive} holds no log: leave out --at to restore to the backup itself.`);
  rmSync(dataOf(server), { recursive: true, force: true });
  await copyBack(backup, dataOf(server));
  if (hasLog) writeFileSync(join(dataOf(server), "recovery.signal"), "");
  handOver(server.folder, server.account);
  await recover(server, { ...settings, fsync: "off", ...(hasLog && playingOn(archive, at)) });
  runAlone(server, [
    `alter role postgres password '${passwords.POSTGRES_PASSWORD}'`,
    `alter role portal_owner password '${passwords.OWNER_PASSWORD}'`,
  ]);
  spawnSync("sync");
  markComplete(server);
}

/** The server silently treats an unreadable piece as the end of the log. */
function checkLog({ account }: Server, backup: Backup, archive: string, at: Date | undefined): void {
  handOver(archive, account);
  const canRead = 'for file in "$1"/*; do test -r "$file" || exit 1; done';
  if (!succeedsAs(account, "/bin/sh", ["-c", canRead, "sh", archive]))
    throw new Trouble(`PostgreSQL cannot read the log in ${archive}: let ${account?.name ?? "us"} read it.`);
  const gap = firstGap(backup, readdirSync(archive));
  if (gap && !at)
    throw new Trouble(
      `The log in ${archive} lacks ${gap}: put it back, or choose a moment before it with --at.`,
    );
}

async function copyBack({ folder, folders = [], files }: Backup, data: string): Promise<void> {
  for (const path of folders) mkdirSync(join(data, path), { recursive: true, mode: 0o700 });
  chmodSync(data, 0o700);
  for (const [path, hash] of Object.entries(files)) {
    const from = join(folder, "data", path);
    if (!existsSync(from) || (await copyHashed(from, join(data, path))) !== hash)
      throw new Trouble(`${from} is missing or damaged: restore from an older backup, with --at.`);
  }
}

/** No connection is accepted before the end of the log is reached. */
const playingOn = (log: string, at: Date | undefined): Record<string, string> => ({
  hot_standby: "off",
  restore_command: `cp ${quoted(log.replaceAll("%", "%%"))}/%f %p`,
  ...(at && {
    recovery_target_time: at.toISOString().replace("Z", "+00"),
    recovery_target_action: "promote",
  }),
});

async function recover(server: Server, settings: Record<string, string>): Promise<void> {
  try {
    await launch(server, settings);
    await whenReady(server);
  } catch (cause) {
    const words = lastWords(server);
    if (words.includes("recovery ended before configured recovery target"))
      throw new Trouble(
        "The archived log ends before that moment: choose an earlier one, or leave out --at.",
      );
    throw new Error(`PostgreSQL cannot recover from this backup: ${words}`, { cause });
  }
  await stop(server);
}
