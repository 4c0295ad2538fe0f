import { createHmac } from "node:crypto";
import { PgBoss } from "pg-boss";
import type postgres from "postgres";
import { LETTER_QUEUE } from "@/lib/outbox/letter-job";
import { MAIL_QUEUE } from "@/lib/outbox/mail-job";
import { REFRESH_QUEUE } from "@/lib/outbox/refresh-job";
import { SCHEDULE, SCHEDULED } from "@/lib/outbox/schedule";

/** Retries for three days: after some seconds at first, every quarter of an hour at last. */
const PATIENTLY = {
  retryLimit: 300,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: 120,
} as const;

/** One running and one waiting in all workers together; a failed one is requested again by the schedule. */
const COMES_BACK = { policy: "stately", retryLimit: 0, expireInSeconds: 120 } as const;

/** Password of the role that takes jobs from the queue; derived from that of the app's role. */
const workerPassword = (appPassword: string): string =>
  createHmac("sha256", appPassword).update("portal_worker").digest("hex");

/** The app's database address, turned into the one for `portal_worker`, which sees the queue and no other table. */
export function workerDatabaseUrl(appUrl: string): string {
  const url = new URL(appUrl);
  url.password = workerPassword(decodeURIComponent(url.password));
  url.username = "portal_worker";
  return url.href;
}

/**
 * The worker's connections to its queue. A silent one is dropped after five seconds and its statement repeated: a job
 * that was taken and not reported is given out again when it expires.
 */
export const workerConnections = (appUrl: string) => ({
  connectionString: workerDatabaseUrl(appUrl),
  max: 2,
  connectionTimeoutMillis: 2_500,
  query_timeout: 5_000,
  keepAlive: true,
  options: "-c statement_timeout=5s -c lock_timeout=4s -c client_connection_check_interval=2s",
});

/** Installs the queue in its own schema, as the owner: the app may add jobs, the worker may take them. */
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

/** `portal_worker` signs in and takes jobs from the queue. */
export async function ensureWorker(owner: postgres.Sql, appPassword: string): Promise<void> {
  const [existing] = await owner`select from pg_roles where rolname = 'portal_worker'`;
  const verb = existing ? "alter" : "create";
  await owner.unsafe(`${verb} role portal_worker login password '${workerPassword(appPassword)}'`);
}
