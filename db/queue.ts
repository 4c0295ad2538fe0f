import { createHmac } from "node:crypto";
import { PgBoss } from "pg-boss";
import type postgres from "postgres";
import { LETTER_QUEUE } from "@/lib/outbox/letter-job";
import { MAIL_QUEUE } from "@/lib/outbox/mail-job";
import { REFRESH_QUEUE } from "@/lib/outbox/refresh-job";
import { SCHEDULE, SCHEDULED } from "@/lib/outbox/schedule";

/** Tries again for three days: after some seconds first, every quarter of an hour at last. */
const PATIENTLY = {
  retryLimit: 300,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: 120,
} as const;

/** One at work and one that waits, in all workers together; what failed is asked for again by the clock. */
const COMES_BACK = { policy: "stately", retryLimit: 0, expireInSeconds: 600 } as const;

/** Password of the role that takes work from the queue; follows from that of the app's role. */
const workerPassword = (appPassword: string): string =>
  createHmac("sha256", appPassword).update("portal_worker").digest("hex");

/** The app's database address, turned into the one for `portal_worker`, who sees the queue and no other table. */
export function workerDatabaseUrl(appUrl: string): string {
  const url = new URL(appUrl);
  url.password = workerPassword(decodeURIComponent(url.password));
  url.username = "portal_worker";
  return url.href;
}

/**
 * The connections of the worker to its queue. One that falls silent is given up after five seconds, and what was asked
 * on it is asked again: work that was taken and not reported is given out once more when it expires.
 */
export const workerConnections = (appUrl: string) => ({
  connectionString: workerDatabaseUrl(appUrl),
  max: 2,
  connectionTimeoutMillis: 2_500,
  query_timeout: 5_000,
  keepAlive: true,
  options: "-c statement_timeout=5s -c lock_timeout=4s -c client_connection_check_interval=2s",
});

/** Installs the queue in its own schema, as the owner: the app may add work, the worker may do it. */
export async function installQueue(owner: postgres.Sql, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false });
  boss.on("error", () => {});
  await boss.start();
  try {
    for (const queue of [MAIL_QUEUE, LETTER_QUEUE, REFRESH_QUEUE])
      if (await boss.getQueue(queue)) await boss.updateQueue(queue, PATIENTLY);
      else await boss.createQueue(queue, PATIENTLY);
    for (const name of SCHEDULED) {
      if (!(await boss.getQueue(name))) await boss.createQueue(name, COMES_BACK);
      await boss.schedule(name, SCHEDULE[name]);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await owner.unsafe(`
    grant usage on schema pgboss to portal_app, portal_worker;
    grant select on pgboss.version, pgboss.queue to portal_app;
    grant select, insert on pgboss.job_common to portal_app;
    grant select, insert, update, delete on all tables in schema pgboss to portal_worker;
    grant usage on all sequences in schema pgboss to portal_worker;
  `);
}

/** `portal_worker` signs in and takes work from the queue. */
export async function ensureWorker(owner: postgres.Sql, appPassword: string): Promise<void> {
  const [existing] = await owner`select from pg_roles where rolname = 'portal_worker'`;
  const verb = existing ? "alter" : "create";
  await owner.unsafe(`${verb} role portal_worker login password '${workerPassword(appPassword)}'`);
}
