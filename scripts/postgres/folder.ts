import { createHash } from "node:crypto";
import { chownSync, existsSync, lchownSync, mkdirSync, readdirSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Account, succeedsAs } from "./account";

/**
 * The folder of a cluster: the wanted one when the account can reach it, else one below the system's folder for state.
 * An existing cluster keeps its folder. `key` separates the clusters of projects. Throws when the account can write
 * nowhere.
 */
export function clusterFolder(wanted: string, key: string, account: Account | undefined): string {
  const name = `werkgeverssubsidie-portaal-${createHash("sha256")
    .update(`${resolve(wanted)} ${key}`)
    .digest("hex")
    .slice(0, 12)}`;
  const state = account ? "/var/lib" : (process.env.XDG_STATE_HOME ?? join(homedir(), ".local/state"));
  const places = [resolve(wanted), join(state, name), join(tmpdir(), name)];
  const inUse = places.find(
    (place) => existsSync(join(place, "data/PG_VERSION")) && isWritable(place, account),
  );
  const folder = inUse ?? places.find((place) => isWritable(place, account));
  if (!folder) throw new Error(`No folder for PostgreSQL's data: tried ${places.join(", ")}.`);
  return folder;
}

/** Gives a folder and all below it to the account. */
export function handOver(folder: string, account: Account | undefined): void {
  if (!account) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  chownSync(folder, account.uid, account.gid);
}

/** Whether the account can write in this folder, which is made when it is absent. */
export function isWritable(folder: string, account: Account | undefined): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    if (account) chownSync(folder, account.uid, account.gid);
  } catch {
    return false;
  }
  return succeedsAs(account, "/bin/sh", ["-c", 'cd "$1" && test -w . && test -x .', "sh", folder]);
}
