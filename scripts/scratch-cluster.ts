import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Cluster, startPostgres, stopPostgres } from "./postgres";
import { birthOf } from "./processes";

const HOME = ".data/scratch";

/** Does not wait for the disk, because its data is temporary. */
const HASTY = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * A PostgreSQL of this process, deleted when it stops; leftovers of killed runs are removed first. `settings` are
 * PostgreSQL's own; with an empty list it waits for the disk as in production.
 */
export async function startScratch(settings: Record<string, string> = HASTY): Promise<Cluster> {
  mkdirSync(HOME, { recursive: true });
  await clearLeftovers();
  const folder = ownFolder();
  const cluster = await startPostgres({ folder, settings });
  return {
    ...cluster,
    stop: async () => {
      await stopPostgres(folder);
      for (const place of [cluster.folder, folder]) rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Starts this process's scratch PostgreSQL again after it was killed. */
export async function restartScratch(settings: Record<string, string>): Promise<void> {
  await startPostgres({ folder: ownFolder(), settings });
}

const ownFolder = () => join(HOME, `${process.pid}-${birthOf(process.pid)}`);

async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(HOME)) {
    const [pid, birth] = name.split("-");
    if (birthOf(Number(pid)) === birth) continue;
    const place = await stopPostgres(join(HOME, name));
    for (const left of [place, join(HOME, name)]) if (existsSync(left)) rmSync(left, { recursive: true });
  }
}
