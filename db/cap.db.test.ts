import { randomUUID } from "node:crypto";
import fc from "fast-check";
import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { setClock, testDatabase } from "@/db/testing/database";

const { sql, superUrl } = await testDatabase();
let year = 3000;

/** root 116 ← a 106 ← leaf 80 ← women 20 (until 1 October); root ← b 13. Each test books in a year of its own. */
async function tree(): Promise<number> {
  const own = year++;
  const rows = [
    ["root", 116, null],
    ["a", 106, null],
    ["leaf", 80, null],
    ["women", 20, `${own}-10-01`],
    ["b", 13, null],
  ] as const;
  for (const [line, ceiling, releases] of rows)
    await sql`insert into ceilings (line_id, year, ceiling_cents, releases_on, source, decided_by)
      values (${line}, ${own}, ${ceiling}, ${releases}, 'test', 'test')`;
  return own;
}

const book = (own: number, entries: [line: string, cents: number][], db: postgres.Sql = sql) =>
  db`insert into ledger_entries ${db(
    entries.map(([line, cents]) => ({
      line_id: line,
      year: own,
      kind: cents > 0 ? "commitment" : "release",
      amount_cents: cents,
      application_id: randomUUID(),
      trajectory: 1,
    })),
  )}`;

const state = async (own: number) =>
  Object.fromEntries(
    (
      await sql`select line_id, committed_cents::int as committed, reserved_cents::int as reserved from ceilings where year = ${own}`
    ).map((row) => [row.line_id, [row.committed, row.reserved]]),
  );

const OVER = { constraint_name: "ceilings_committed_within_ceiling" };

beforeAll(async () => {
  await sql`insert into budget_lines (id, parent_id, position, earmark, path) values
    ('root', null, 1, null, '{}'), ('a', 'root', 1, null, '{}'), ('b', 'root', 2, null, '{}'),
    ('leaf', 'a', 1, null, '{}'), ('women', 'leaf', 1, 'women', '{}')`;
});

describe("the cap", () => {
  test("counts an entry on its line and on every ancestor", async () => {
    const own = await tree();
    await book(own, [["leaf", 10]]);
    expect(await state(own)).toEqual({ root: [10, 0], a: [10, 0], leaf: [10, 20], women: [0, 0], b: [0, 0] });
  });

  test("keeps the unused part of an earmark from general use before its release", async () => {
    const own = await tree();
    await setClock(new Date(`${own}-09-30T21:59:59Z`));
    await book(own, [["leaf", 60]]);
    await expect(book(own, [["leaf", 1]])).rejects.toMatchObject(OVER);
    await book(own, [["women", 20]]);
    expect((await state(own)).leaf).toEqual([80, 0]);
  });

  test("lets general trajectories use it from the release day on, by the Dutch calendar", async () => {
    const own = await tree();
    await setClock(new Date(`${own}-09-30T22:00:00Z`));
    await book(own, [["leaf", 80]]);
    expect((await state(own)).leaf).toEqual([80, 0]);
    await setClock(null);
  });

  test("refuses on an ancestor that has less left than the line itself", async () => {
    const own = await tree();
    await book(own, [["a", 104]]);
    await book(own, [["b", 12]]);
    await expect(book(own, [["b", 1]])).rejects.toMatchObject(OVER);
    expect((await state(own)).b).toEqual([12, 0]);
  });

  test("refuses a line without a ceiling in that year: blank is not zero", async () => {
    const own = year++;
    await expect(book(own, [["leaf", 1]])).rejects.toThrow();
    await sql`insert into ceilings (line_id, year, ceiling_cents, source, decided_by) values ('b', ${own}, 5, 'test', 'test')`;
    await expect(book(own, [["b", 1]])).rejects.toMatchObject({ constraint_name: "ceilings_exist" });
  });

  test("gives back a release, to the earmark first", async () => {
    const own = await tree();
    await book(own, [
      ["women", 15],
      ["leaf", 60],
    ]);
    await book(own, [["women", -15]]);
    expect(await state(own)).toMatchObject({ women: [0, 0], leaf: [60, 20], root: [60, 0] });
    await expect(book(own, [["leaf", -61]])).rejects.toThrow();
  });

  test("always equals the ledger, for any bookings in any order", async () => {
    const line = fc.constantFrom("leaf", "women", "b", "a");
    const attempts = fc.array(
      fc.array(fc.tuple(line, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 3 }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(attempts, async (tries) => {
        const own = await tree();
        const booked: [string, number][] = [];
        for (const entries of tries)
          await book(own, entries).then(
            () => booked.push(...entries),
            (error) => expect(error).toMatchObject(OVER),
          );
        const on = (lines: string[]) =>
          booked.filter(([l]) => lines.includes(l)).reduce((sum, [, cents]) => sum + cents, 0);
        const now = await state(own);
        expect(now.root?.[0]).toBe(on(["leaf", "women", "b", "a"]));
        expect(now.a?.[0]).toBe(on(["leaf", "women", "a"]));
        expect(now.leaf?.[0]).toBe(on(["leaf", "women"]));
        expect(on(["leaf"])).toBeLessThanOrEqual(60);
      }),
      { numRuns: 40 },
    );
  });

  test("holds under 48 connections that ask more than there is, without a deadlock", async () => {
    const own = await tree();
    const many = postgres(superUrl, { max: 48, onnotice: () => {} });
    const wishes = Array.from({ length: 160 }, (_, i) =>
      i % 3 === 0 ? ["b"] : i % 3 === 1 ? ["leaf", "women"] : ["women", "leaf"],
    );
    const results = await Promise.allSettled(
      wishes.map((lines) =>
        book(
          own,
          lines.map((l) => [l, 1]),
          many,
        ),
      ),
    );
    await many.end();
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject(OVER);
    const [sum] =
      await sql`select sum(amount_cents)::int as total, count(*)::int as n from ledger_entries where year = ${own}`;
    expect((await state(own)).root?.[0]).toBe(sum?.total);
    expect((await state(own)).b).toEqual([13, 0]);
    expect(results.filter(({ status }) => status === "fulfilled").length).toBeLessThan(160);
  });
});
