import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { endDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { anEmployer } from "@/db/testing/factories";
import { type Damage, prepareStorm, storm } from "@/db/testing/storm";
import { appDatabaseUrl, appPassword } from "@/lib/env";
import { environment } from "./environment";
import type { Cluster } from "./postgres";
import { restartScratch, startScratch } from "./scratch-cluster";
import { step } from "./start/progress";
import { atEnd, end, endOnSignals } from "./start/shutdown";
import { explain } from "./start/trouble";

const ENDED_ALL = 50;
const KILLED = 20;
const HEALED_MS = 15_000;

/** Uncaught errors: each would have ended a portal. */
let crashes = 0;
process.on("uncaughtException", noteCrash);
process.on("unhandledRejection", noteCrash);

endOnSignals(1);
main().then(
  (isWhole) => end(isWhole ? 0 : 1),
  (error) => end(1, explain(error)),
);

/**
 * Ends every connection 50 times and kills the server 20 times while two employers write, on a PostgreSQL of its own on
 * 127.0.0.1. Exits with 1 when an acknowledged write was lost, doubled or mixed, or the process would have crashed.
 */
async function main(): Promise<boolean> {
  Object.assign(process.env, environment({}));
  const cluster = await step("Starting PostgreSQL, with fsync on", () => startScratch({}));
  atEnd(cluster.stop);
  const secret = process.env.APP_SECRET ?? "";
  await step("Migrating", () => migrate(cluster.ownerUrl, appPassword(secret)));
  process.env.DATABASE_APP_URL = appDatabaseUrl(cluster.ownerUrl, secret);
  const superUrl = cluster.superUrl.replace(/postgres$/, "portal");
  const employers = await onOneConnection(superUrl, async (sql) => {
    await prepareStorm(sql);
    return [await anEmployer(sql), await anEmployer(sql)] as const;
  });
  const connect = () => postgres(superUrl, { max: 1, onnotice: () => {} });
  const endAll = () =>
    onOneConnection(
      superUrl,
      (sql) => sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'portal_app'`,
    );
  const results = [
    report(`${ENDED_ALL} × every connection ended`, await storm(employers, ENDED_ALL, endAll, connect)),
    report(`${KILLED} × server killed`, await storm(employers, KILLED, () => kill(cluster), connect)),
  ];
  await endDatabase();
  console.log(`  errors that nothing met: ${crashes}`);
  return results.every(Boolean) && crashes === 0;
}

/** Kills the server without a shutdown; starts it again. */
async function kill(cluster: Cluster): Promise<void> {
  const [pid] = readFileSync(join(cluster.folder, "data", "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
  await restartScratch({});
}

async function onOneConnection<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function report(what: string, { acknowledged, healedMs, ...harm }: Damage): boolean {
  const words = Object.entries(harm).map(([name, count]) => `${name} ${count}`);
  console.log(
    `  ${what}: acknowledged ${acknowledged}, ${words.join(", ")}, works again within ${Math.round(healedMs)} ms`,
  );
  return Object.values(harm).every((count) => count === 0) && healedMs < HEALED_MS;
}

function noteCrash(error: unknown): void {
  crashes += 1;
  console.error(error);
}
