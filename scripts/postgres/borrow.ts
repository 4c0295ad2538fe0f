import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cluster, startPostgres } from "../postgres";

/** This project's PostgreSQL for a script; `stop` leaves it running when it ran already. */
export async function borrowPostgres(): Promise<Cluster> {
  const asked = Math.floor(Date.now() / 1000);
  const cluster = await startPostgres();
  const [, , began] = readFileSync(join(cluster.folder, "data/postmaster.pid"), "utf8").split("\n");
  return Number(began) < asked ? { ...cluster, stop: async () => {} } : cluster;
}
