import { join, resolve } from "node:path";
import { Trouble } from "../start/trouble";
import type { Account } from "./account";
import { isWritable } from "./folder";

/** The archived log of a server with this folder of backups. */
export const archiveIn = (backupFolder: string): string => join(resolve(backupFolder), "wal");

/**
 * Settings with which a server archives its log in the folder of its backups, at most a minute late: a backup can then
 * be restored to any later second. Throws Trouble when the server's account cannot write there.
 */
export function archiving(backupFolder: string, account: Account | undefined): Record<string, string> {
  const folder = archiveIn(backupFolder);
  if (!isWritable(folder, account)) {
    const who = account ? `PostgreSQL, which runs as ${account.name},` : "PostgreSQL";
    throw new Trouble(`${who} cannot write in ${folder}; set BACKUP_FOLDER to a folder that it can reach.`);
  }
  return {
    archive_mode: "on",
    archive_library: "basic_archive",
    "basic_archive.archive_directory": folder,
    archive_timeout: "60s",
  };
}
