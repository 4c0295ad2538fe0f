import { sql as raw } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Employer } from "@/lib/actor";
import { asActor, endDatabase, readAs, replaceDatabase, type Tx } from "./client";
import { testDatabase, UNHURRIED } from "./testing/database";
import { anEmployer } from "./testing/factories";
import { Database } from "./transaction";

const { sql, appUrl } = await testDatabase();
await sql`create table said (by_whom text not null, words text not null,
  actor text not null default current_setting('app.person_id', true))`;
await sql`grant insert on said to portal_app`;

const say = (tx: Tx, { personId }: Employer, words: string) =>
  tx.execute(raw`insert into said (by_whom, words) values (${personId}, ${words})`);

/** A transaction of an employer that writes one row, waits until it may continue, and writes another. */
function twoWords(actor: Employer) {
  const [begun, go] = [Promise.withResolvers<number>(), Promise.withResolvers<void>()];
  const end = asActor(actor, async (tx) => {
    await say(tx, actor, "first");
    begun.resolve(await pidOf(tx));
    await go.promise;
    await say(tx, actor, "second");
  }).then(
    () => "done",
    () => "failed",
  );
  return { pid: begun.promise, go: go.resolve, end };
}

async function pidOf(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ pid: number }>(raw`select pg_backend_pid() as pid`);
  return rows[0]?.pid ?? 0;
}

/** Occupies this many connections, half of them for reading, until they may continue. */
async function occupy(actor: Employer, count: number) {
  const go = Promise.withResolvers<void>();
  const begun = Array.from({ length: count }, (_, place) => {
    const here = Promise.withResolvers<void>();
    const end = (place % 2 === 0 ? readAs : asActor)(actor, async (tx) => {
      await pidOf(tx);
      here.resolve();
      await go.promise;
    });
    return { here: here.promise, end };
  });
  await Promise.all(begun.map(({ here }) => here));
  return { go: go.resolve, ends: begun.map(({ end }) => end) };
}

/** Long enough for a transaction to begin, if there is a connection for it. */
async function someTime(): Promise<void> {
  for (let look = 0; look < 500; look++) await sql`select`;
}

describe.each([1, 10])("with %i connections, of which one ends between two statements", (size) => {
  test("no statement of an employer runs in the transaction of another", async () => {
    const [mine, theirs] = await Promise.all([anEmployer(sql), anEmployer(sql)]);
    replaceDatabase(new Database(appUrl, size, { patience: UNHURRIED }));
    const others = await occupy(theirs, size - 1);

    const first = twoWords(mine);
    await sql`select pg_terminate_backend(${await first.pid}, 5000)`;
    const second = twoWords(theirs);
    await Promise.race([second.pid, someTime()]);
    first.go();
    expect(await first.end).toBe("failed");
    await second.pid;
    second.go();
    expect(await second.end).toBe("done");
    others.go();
    await Promise.all(others.ends);
    await endDatabase();

    const said =
      await sql`select by_whom, words, actor from said where by_whom = any (${[mine.personId, theirs.personId]})`;
    expect([...said]).toEqual(
      ["first", "second"].map((words) => ({ by_whom: theirs.personId, words, actor: theirs.personId })),
    );
  });

  test("a statement that comes after the end of its transaction is refused", async () => {
    const [mine, theirs] = await Promise.all([anEmployer(sql), anEmployer(sql)]);
    replaceDatabase(new Database(appUrl, size, { patience: UNHURRIED }));
    const kept = Promise.withResolvers<Tx>();
    await asActor(mine, async (tx) => kept.resolve(tx));
    const tx = await kept.promise;
    await asActor(theirs, async () => {
      await expect(say(tx, mine, "late")).rejects.toThrow();
    });
    await endDatabase();
    expect((await sql`select from said where words = 'late'`).length).toBe(0);
  });
});

test("a transaction in which a statement failed is not committed, even when its caller ignores the error", async () => {
  const mine = await anEmployer(sql);
  const swallowed = asActor(mine, async (tx) => {
    await say(tx, mine, "before");
    await tx.execute(raw`select 1 / 0`).catch(() => {});
  });
  await expect(swallowed).rejects.toThrow("had failed");
  expect((await sql`select from said where words = 'before'`).length).toBe(0);
});
