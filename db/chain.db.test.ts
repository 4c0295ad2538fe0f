import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { testDatabase } from "@/db/testing/database";
import { recordEvent } from "@/lib/audit/record";

const { sql } = await testDatabase();
const actor = { kind: "system", task: "test" } as const;
let stream: string;

beforeEach(async () => {
  stream = `test:${randomUUID()}`;
  for (const step of [1, 2, 3])
    await asActor(actor, (tx) => recordEvent(tx, actor, { type: "test.step", stream, payload: { step } }));
});

const broken = () => sql`select * from broken_streams() where stream = ${stream}`;

/** Tampers with the owner's rights: triggers off, change, triggers on. */
const tamper = (statement: (tx: typeof sql) => Promise<unknown>) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await statement(tx as unknown as typeof sql);
  });

describe("the event chain", () => {
  test("is whole when nobody tampered with it", async () => expect(await broken()).toEqual([]));

  test("numbers its events from one without a gap", async () => {
    const rows = await sql`select number from events where stream = ${stream} order by number`;
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("stays whole under twenty concurrent writers", async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        asActor(actor, (tx) => recordEvent(tx, actor, { type: "test.rush", stream })),
      ),
    );
    const [row] =
      await sql`select max(number) as last, count(*)::int as n from events where stream = ${stream}`;
    expect(row).toMatchObject({ last: 23, n: 23 });
    expect(await broken()).toEqual([]);
  });

  test.each([
    [
      "a changed payload",
      2,
      "altered",
      (tx: typeof sql) =>
        tx`update events set payload = '{"step": 9}' where stream = ${stream} and number = 2`,
    ],
    [
      "a changed moment",
      1,
      "altered",
      (tx: typeof sql) =>
        tx`update events set at = at - interval '1 day' where stream = ${stream} and number = 1`,
    ],
    [
      "a deleted row",
      3,
      "missing",
      (tx: typeof sql) => tx`delete from events where stream = ${stream} and number = 2`,
    ],
    [
      "a deleted first row",
      2,
      "missing",
      (tx: typeof sql) => tx`delete from events where stream = ${stream} and number = 1`,
    ],
    [
      "a deleted last row",
      3,
      "last missing",
      (tx: typeof sql) => tx`delete from events where stream = ${stream} and number = 3`,
    ],
    [
      "a deleted stream",
      3,
      "last missing",
      (tx: typeof sql) => tx`delete from events where stream = ${stream}`,
    ],
    [
      "a deleted head",
      3,
      "no head",
      (tx: typeof sql) => tx`delete from event_heads where stream = ${stream}`,
    ],
  ])("names %s", async (_what, number, problem, statement) => {
    await tamper(statement);
    expect(await broken()).toMatchObject([{ stream, number, problem }]);
  });

  test("cannot be written in someone else's name", async () => {
    const other = {
      kind: "employer",
      personId: randomUUID(),
      organisationId: randomUUID(),
      sessionId: randomUUID(),
      assurance: "loa3",
    } as const;
    await expect(
      asActor(other, (tx) => recordEvent(tx, actor, { type: "test.forged", stream })),
    ).rejects.toThrow();
  });
});
