import { sql as raw } from "drizzle-orm";
import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import type { System } from "@/lib/actor";
import { testDatabase } from "./database";
import { type Endings, everyOrder } from "./every-order";

const { sql } = await testDatabase();
await sql`create table counters (name text primary key, value integer not null check (value <= 1))`;
await sql`grant select, update on counters to portal_app`;
const system: System = { kind: "system", task: "test" };

let made = 0;
async function twoCounters(): Promise<[string, string]> {
  const names: [string, string] = [`a${++made}`, `b${made}`];
  for (const name of names) await sql`insert into counters values (${name}, 0)`;
  return names;
}
const counterOf = async (name: string) =>
  (await sql<{ value: number }[]>`select value from counters where name = ${name}`)[0]?.value;

/** Reads a counter, and writes one more. */
const addByReading = (name: string, lock: boolean) => () =>
  asActor(system, async (tx) => {
    const {
      rows: [row],
    } = await tx.execute<{ value: number }>(
      raw`select value from counters where name = ${name} ${raw.raw(lock ? "for update" : "")}`,
    );
    await tx.execute(
      raw`update counters set value = ${Number(row?.value) + 1}::integer where name = ${name}`,
    );
  });

const statuses = (endings: Endings) => endings.map(({ status }) => status).sort();

/** Two sessions that each read, then write one more: the number of orders, and the counter after each. */
async function lostUpdates(alsoEqual: boolean) {
  const last: (number | undefined)[] = [];
  const orders = await everyOrder(sql, {
    prepare: twoCounters,
    sessions: ([name]) => ({ first: addByReading(name, false), second: addByReading(name, false) }),
    atEnd: async ([name], endings) => {
      last.push(await counterOf(name));
      expect(statuses(endings)).toContain("fulfilled");
    },
    alsoEqual,
  });
  expect(last).toHaveLength(orders);
  return { orders, last: new Set(last) };
}

test("every order of two sessions of three steps each is run once, and a lost update is found in some", async () => {
  expect((await lostUpdates(true)).orders).toBe(14);
});

test("of orders in which every statement sees the same state one is run", async () => {
  const [all, different] = [await lostUpdates(true), await lostUpdates(false)];
  expect(different.last).toEqual(all.last);
  expect(different.orders).toBe(6);
});

test("a session that waits for a lock gets no turn, so that fewer orders are left and nothing is lost", async () => {
  const orders = await everyOrder(sql, {
    prepare: twoCounters,
    sessions: ([name]) => ({ first: addByReading(name, true), second: addByReading(name, true) }),
    atEnd: async ([name], endings) => {
      expect(await counterOf(name)).toBe(1);
      expect(statuses(endings)).toEqual(["fulfilled", "rejected"]);
    },
  });
  expect(orders).toBe(4);
});

test("statements that are sent together are steps one after another, each ended before the next", async () => {
  const lockAndLook = (name: string, other: string, isTogether: boolean) => () =>
    asActor(system, async (tx) => {
      const lock = () => tx.execute(raw`select value from counters where name = ${name} for update`);
      const look = () => tx.execute(raw`select value from counters where name = ${other}`);
      if (isTogether) await Promise.all([lock(), look()]);
      else {
        await lock();
        await look();
      }
    });
  const ordersOf = (isTogether: boolean) =>
    everyOrder(sql, {
      prepare: twoCounters,
      sessions: ([a, b]) => ({
        first: lockAndLook(a, b, isTogether),
        second: lockAndLook(a, b, isTogether),
      }),
      atEnd: async (_, endings) => expect(statuses(endings)).toEqual(["fulfilled", "fulfilled"]),
      alsoEqual: true,
    });
  expect(await ordersOf(true)).toBe(await ordersOf(false));
});

test("sessions that wait for each other are ended by the database, and the check sees that", async () => {
  const both = (one: string, other: string) => () =>
    asActor(system, async (tx) => {
      await tx.execute(raw`update counters set value = 1 where name = ${one}`);
      await tx.execute(raw`update counters set value = 1 where name = ${other}`);
    });
  const seen = new Set<string>();
  await everyOrder(sql, {
    prepare: twoCounters,
    sessions: ([a, b]) => ({ first: both(a, b), second: both(b, a) }),
    atEnd: async (_, endings) => void seen.add(String(statuses(endings))),
  });
  expect(seen).toEqual(new Set(["fulfilled,fulfilled", "fulfilled,rejected"]));
});

test("a failing check names its order, and more orders than allowed are an error", async () => {
  const scenario = {
    prepare: twoCounters,
    sessions: ([name]: [string, string]) => ({ first: addByReading(name, true) }),
    atEnd: async () => {},
  };
  const always = async () => expect(1).toBe(2);
  await expect(everyOrder(sql, { ...scenario, always })).rejects.toThrow(/in this order:\n {2}first: select/);
  const two = ([name]: [string, string]) => ({
    first: addByReading(name, false),
    second: addByReading(name, false),
  });
  await expect(everyOrder(sql, { ...scenario, sessions: two, most: 3 })).rejects.toThrow(
    "more than 3 orders",
  );
});
