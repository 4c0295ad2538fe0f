import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const MANIFEST = "backup.json";

const manifest = z.object({
  /** `cluster`: the files of the whole server. `dump`: one database, written by pg_dump. */
  kind: z.enum(["cluster", "dump"]),
  /** A cluster can be restored to this moment and later ones, a dump to the moment it began. */
  takenAt: z.iso.datetime().transform((text) => new Date(text)),
  /** Version of the server. */
  version: z.string(),
  /** First piece of the server's log that a cluster needs. */
  firstWal: z.string().optional(),
  /** Folders of a cluster, including empty ones. */
  folders: z.array(z.string()).optional(),
  /** SHA-256 of each file, by its path. */
  files: z.record(z.string(), z.string()),
});

export type Backup = z.output<typeof manifest> & { folder: string };

/** Writes the file that makes a folder a complete backup; without it the backup is unfinished. */
export function complete({ folder, ...rest }: Backup): void {
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(rest, null, 1)}\n`, { mode: 0o600 });
}

/** The complete backups below a folder, the oldest first. */
export function backupsIn(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((place) => existsSync(join(place, MANIFEST)))
    .map((place) => ({
      ...manifest.parse(JSON.parse(readFileSync(join(place, MANIFEST), "utf8"))),
      folder: place,
    }))
    .sort((a, b) => a.takenAt.getTime() - b.takenAt.getTime());
}

/** The newest backup from which this moment can be restored; without a moment the newest of all. */
export function backupFor(backups: readonly Backup[], at?: Date): Backup | undefined {
  return backups.filter(({ takenAt }) => !at || takenAt <= at).at(-1);
}

/**
 * The backups beyond the `keep` newest, and the pieces of the log that no kept one needs; `backups` has the oldest
 * first.
 */
export function superseded(
  backups: readonly Backup[],
  log: readonly string[],
  keep: number,
): { backups: Backup[]; log: string[] } {
  const needed = backups.slice(-keep).flatMap(({ firstWal }) => (firstWal ? [placeOf(firstWal)] : []));
  return {
    backups: backups.slice(0, -keep),
    log: log.filter((name) => isWal(name) && needed.length > 0 && placeOf(name) < Math.min(...needed)),
  };
}

/** The first piece that is missing between a backup and the last of the log; undefined when there is none. */
export function firstGap({ firstWal = "", files }: Backup, log: readonly string[]): string | undefined {
  const names = [...log, ...Object.keys(files).map((path) => path.replace("pg_wal/", ""))].filter(isWal);
  const places = new Set(names.map(placeOf));
  const last = Math.max(...places);
  for (let place = placeOf(firstWal); place < last; place += 1)
    if (!places.has(place)) return nameOf(firstWal.slice(0, 8), place);
  return undefined;
}

/** Whether this is the name of a piece of the log: timeline, file and sixteen megabytes of it, in hexadecimal. */
export const isWal = (name: string): boolean => /^[0-9A-F]{24}$/.test(name);

/** The position of a piece in the log, on any timeline. */
const placeOf = (name: string): number =>
  Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16);

const nameOf = (timeline: string, place: number): string =>
  timeline +
  [Math.floor(place / 256), place % 256]
    .map((part) => part.toString(16).toUpperCase().padStart(8, "0"))
    .join("");
