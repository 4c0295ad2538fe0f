import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication } from "@/db/testing/factories";
import { TcpProxy } from "@/db/testing/proxy";
import { enqueueRefresh } from "@/lib/outbox/commands/enqueue";
import { SCHEDULE, SCHEDULED } from "@/lib/outbox/schedule";

const { sql, appUrl } = await testDatabase();
const WORKER = ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"];

const workers: ChildProcess[] = [];
const proxies: TcpProxy[] = [];
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  for (const proxy of proxies) await proxy.end();
});

async function aWorker({ env = {}, args = [] }: { env?: Record<string, string>; args?: string[] }) {
  const worker = spawn(process.execPath, [...args, ...WORKER], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  workers.push(worker);
  const errors = text(worker.stderr);
  await once(worker.stdout, "data");
  return { worker, errors };
}

test.each(["throw", "Promise.reject"])(
  "a worker with an uncaught error (%s) reports it, finishes its jobs and ends",
  async (how) => {
    const planted = `process.once("SIGUSR2", () => { ${how} (new TypeError("words of" + " a person")); })`;
    const { worker, errors } = await aWorker({ args: ["--import", `data:text/javascript,${planted}`] });
    const ended = once(worker, "exit");
    worker.kill("SIGUSR2");
    expect(await ended).toEqual([1, null]);
    expect(await errors).toContain("worker: ends after an error that nothing met: TypeError at ");
    expect(await errors).not.toContain("words of a person");
  },
);

test("a worker whose connections fell silent works on new ones, without a restart", async () => {
  const proxy = await TcpProxy.start(appUrl);
  proxies.push(proxy);
  const { applicationId } = await aFiledApplication(sql);
  const { worker } = await aWorker({ env: { DATABASE_APP_URL: proxy.at(appUrl) } });
  const state = async () => {
    const [job] =
      await sql`select state::text from pgboss.job where name = 'refresh' and data ->> 'applicationId' = ${applicationId}
      order by created_on desc limit 1`;
    return job?.state;
  };
  await expect.poll(state, { timeout: 20_000 }).toBe("completed");
  proxy.silence();
  await asActor({ kind: "system", task: "test" }, (tx) => enqueueRefresh(tx, applicationId));
  await expect.poll(state, { timeout: 40_000 }).toBe("completed");
  const ended = once(worker, "exit");
  worker.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("the schedule of the queue lists all recurring work, and a worker that starts does each of it", async () => {
  const rows = await sql<{ name: string; cron: string }[]>`select name, cron from pgboss.schedule`;
  expect(Object.fromEntries(rows.map(({ name, cron }) => [name, cron]))).toEqual(SCHEDULE);
  await Promise.all([aWorker({}), aWorker({})]);
  const done = async () => {
    const jobs = await sql<{ name: string }[]>`
      select distinct name from pgboss.job where state = 'completed' and name in ${sql(SCHEDULED)}`;
    return jobs.map(({ name }) => name).sort();
  };
  await expect.poll(done, { timeout: 30_000 }).toEqual([...SCHEDULED].sort());
});

test("a job that fails is tried again and delays no other", async () => {
  const applications = await Promise.all(Array.from({ length: 12 }, () => aFiledApplication(sql)));
  const ids = applications.map(({ applicationId }) => applicationId);
  await sql`delete from pgboss.job where name in ('mail', 'refresh')`;
  await sql`insert into pgboss.job (name, data, retry_limit, retry_delay) values ('refresh', '{"applicationId": "none"}', 3, 60)`;
  await asActor({ kind: "system", task: "test" }, async (tx) => {
    for (const id of ids) await enqueueRefresh(tx, id);
  });
  await aWorker({});
  const states = async () =>
    (
      await sql<{ state: string; n: number }[]>`
      select state::text, count(*)::int as n from pgboss.job where name = 'refresh' group by 1 order by 1`
    ).map(({ state, n }) => [state, n]);
  await expect.poll(states, { timeout: 30_000 }).toEqual([
    ["completed", 12],
    ["retry", 1],
  ]);
});
