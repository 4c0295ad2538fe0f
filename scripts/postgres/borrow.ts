import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cluster, startPostgres } from "../postgres";

/** This project's PostgreSQL for a script; `stop` lets it go on when it ran already, for a portal that is in use. */
export async function borrowPostgres(): Promise<Cluster> {
  const asked = Math.floor(Date.now() / 1000);
  const cluster = await startPostgres();
  const [, , began] = readFileSync(join(cluster.folder, "data/postmaster.pid"), "utf8").split("\n");
  return Number(began) < asked ? { ...cluster, stop: async () => {} } : cluster;
}
