import { sql as raw } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Employer } from "@/lib/actor";
import { Busy, OutcomeUnknown, Unavailable } from "@/lib/errors";
import { asActor, endDatabase, readAs, readHealth, replaceDatabase, type Tx } from "./client";
import { testDatabase, UNHURRIED } from "./testing/database";
import { anEmployer } from "./testing/factories";
import { TcpProxy } from "./testing/proxy";
import { Database } from "./transaction";

const ANSWERED_MS = 10_000;
const HEALED_MS = 15_000;
const SIZE = 10;

const { sql, appUrl } = await testDatabase();
await sql`create table said (words text not null)`;
await sql`grant select, insert, update on said to portal_app`;
const mine: Employer = await anEmployer(sql);

const say = (tx: Tx, words: string) => tx.execute(raw`insert into said (words) values (${words})`);
const saying = (words: string) => asActor(mine, (tx) => say(tx, words));
const reading = () => readAs(mine, (tx) => tx.execute(raw`select count(*) from said`));
const wasSaid = async (words: string) => (await sql`select from said where words = ${words}`).length;

let proxy: TcpProxy;
beforeEach(async () => {
  await endDatabase();
  proxy = await TcpProxy.start(appUrl);
  replaceDatabase(new Database(proxy.at(appUrl), SIZE));
});
afterEach(async () => {
  await proxy.end();
  await endDatabase();
});

/** Opens several connections. */
const open = () => Promise.all([...Array.from({ length: 4 }, reading), saying("open"), saying("open")]);

/** Resolves with the outcome of each, and the milliseconds until the last of them. */
async function settled(work: Promise<unknown>[]) {
  const began = performance.now();
  const endings = await Promise.allSettled(work);
  const reasons = endings.flatMap((ending) => (ending.status === "rejected" ? [ending.reason] : []));
  return { reasons, done: endings.length - reasons.length, ms: performance.now() - began };
}

/** Milliseconds until a transaction succeeded again. */
async function healing(): Promise<number> {
  const began = performance.now();
  for (;;) {
    const isWorking = await saying("healed").then(
      () => true,
      () => false,
    );
    const ms = performance.now() - began;
    if (isWorking || ms > 2 * HEALED_MS) return ms;
    await sql`select pg_sleep(0.1)`;
  }
}

const STRIKES = [
  ["falls silent on what is open", () => proxy.silence()],
  ["is frozen", () => proxy.freeze()],
  ["refuses connections", () => proxy.refuse()],
  ["lets in and shuts out", () => proxy.close()],
] as const;

describe.each(STRIKES)("when the network %s", (what, strike) => {
  test("every caller is answered, and the portal recovers without a restart", async () => {
    await open();
    await strike();
    const { reasons, done, ms } = await settled([
      ...Array.from({ length: 4 }, reading),
      saying(what),
      saying(what),
    ]);
    expect(ms).toBeLessThan(ANSWERED_MS);
    for (const reason of reasons) expect(reason).toBeInstanceOf(Unavailable);
    if (what === "falls silent on what is open") expect(done).toBe(6);
    else expect(done).toBe(0);
    await proxy.pass();
    expect(await healing()).toBeLessThan(HEALED_MS);
    expect(await wasSaid(what)).toBe(done === 6 ? 2 : 0);
  });
});

test("a database that is down is tried now and then only", async () => {
  await open();
  proxy.close();
  const before = proxy.asked;
  const began = performance.now();
  while (performance.now() - began < 2_000)
    await Promise.allSettled([reading(), saying("away"), sql`select pg_sleep(0.01)`]);
  expect(proxy.asked - before).toBeLessThan(15);
});

describe("work past its deadline", () => {
  test("has its later statements refused, and leaves nothing", async () => {
    const late = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<unknown>();
    const work = asActor(
      mine,
      async (tx) => {
        await say(tx, "early");
        await late.promise;
        await say(tx, "late").then(ended.resolve, ended.resolve);
      },
      { patienceMs: 1_000 },
    );
    await expect(work).rejects.toBeInstanceOf(Unavailable);
    late.resolve();
    expect(await ended.promise).toBeInstanceOf(Error);
    await untilNobodyWorks();
    expect((await wasSaid("early")) + (await wasSaid("late"))).toBe(0);
  });

  test("has its statement cancelled by the server", async () => {
    const work = asActor(
      mine,
      async (tx) => {
        await tx.execute(raw`set local statement_timeout = 0`);
        await tx.execute(raw`select pg_sleep(600)`);
      },
      { patienceMs: 1_000 },
    );
    await expect(work).rejects.toBeInstanceOf(Unavailable);
    await untilNobodyWorks();
  });

  test("is not committed by a process that was too busy to notice the deadline", async () => {
    const work = asActor(
      mine,
      async (tx) => {
        await say(tx, "busy");
        const until = performance.now() + 600;
        while (performance.now() < until);
      },
      { patienceMs: 501 },
    );
    await expect(work).rejects.toBeInstanceOf(Unavailable);
    await untilNobodyWorks();
    expect(await wasSaid("busy")).toBe(0);
  });
});

/** Polls until no transaction of the portal is open; the test's own deadline ends it. */
async function untilNobodyWorks(): Promise<void> {
  for (;;) {
    const [busy] = await sql`select pg_sleep(0.05) from pg_stat_activity
      where usename = 'portal_app' and datname = current_database() and state <> 'idle' limit 1`;
    if (!busy) return;
  }
}

test("after an unanswered commit no caller is told that it failed", async () => {
  const work = asActor(
    mine,
    async (tx) => {
      await say(tx, "unknown");
      proxy.swallowAnswers();
    },
    { patienceMs: 1_500 },
  );
  await expect(work).rejects.toBeInstanceOf(OutcomeUnknown);
  await untilNobodyWorks();
  expect(await wasSaid("unknown")).toBe(1);
});

describe("while a table is locked", () => {
  test("a caller that waits for it gets Busy", async () => {
    replaceDatabase(new Database(appUrl, SIZE, { patience: { ...UNHURRIED, lockMs: 200 } }));
    await sql.begin(async (locked) => {
      await locked`lock table said in access exclusive mode`;
      await expect(saying("locked")).rejects.toBeInstanceOf(Busy);
    });
  });

  test.each([
    ["writing", reading, () => asActor(mine, async () => "works")],
    ["reading", () => saying("locked"), () => readAs(mine, async () => "works")],
    ["health", reading, () => readHealth(async () => "works", 3_000)],
  ] as const)("%s still has a place", async (_, waiting, work) => {
    replaceDatabase(new Database(appUrl, SIZE, { patience: UNHURRIED }));
    const crowd: Promise<unknown>[] = [];
    await sql.begin(async (locked) => {
      await locked`lock table said in access exclusive mode`;
      crowd.push(...Array.from({ length: 2 * SIZE }, waiting));
      expect(await work()).toBe("works");
    });
    await Promise.all(crowd);
  });
});
