import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { setClock, testDatabase } from "@/db/testing/database";
import { anEmployer, aStaffMember } from "@/db/testing/factories";
import { anchorToday, newestAnchor, rootAt } from "@/lib/audit/commands/anchor";
import type { Head } from "@/lib/audit/heads";
import { compareHeads } from "@/lib/audit/queries/compare-heads";
import { databaseClock, headsAt } from "@/lib/audit/queries/read-heads";
import { verifyChain } from "@/lib/audit/queries/verify-chain";
import { recordEvent } from "@/lib/audit/record";

const { sql } = await testDatabase();
const system = { kind: "system", task: "test" } as const;
let stream: string;
let kept: Head[];

const write = (type: string, step = 0) =>
  asActor(system, (tx) => recordEvent(tx, system, { type, stream, payload: { step } }));

async function headsNow(): Promise<Head[]> {
  const heads: Head[] = [];
  for await (const page of headsAt(system, await databaseClock(system))) heads.push(...page);
  return heads;
}

beforeEach(async () => {
  stream = `test:${randomUUID()}`;
  for (const step of [1, 2, 3]) await write("test.step", step);
  kept = await headsNow();
});
afterEach(() => setClock(null));

/** Tampers as a superuser: triggers off, change, triggers on. */
const tamper = (...statements: ((tx: typeof sql) => Promise<unknown>)[]) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const statement of statements) await statement(tx as unknown as typeof sql);
  });

const deleteFrom = (from: number) => (tx: typeof sql) =>
  tx`delete from events where stream = ${stream} and number >= ${from}`;
const alter = (number: number) => (tx: typeof sql) =>
  tx`update events set payload = '{"step": 9}' where stream = ${stream} and number = ${number}`;
const deleteHead = (tx: typeof sql) => tx`delete from event_heads where stream = ${stream}`;
const rewriteHead = (tx: typeof sql) =>
  tx`update event_heads h set (number, hash) = (select number, hash from events e where e.stream = h.stream order by number desc limit 1)
    where h.stream = ${stream}`;
/** Recomputes every hash of the stream, as the database would have. */
const rewriteHashes = (tx: typeof sql) =>
  tx.unsafe(`do $$ declare e events; previous bytea := sha256(convert_to('${stream}', 'UTF8')); begin
    for e in select * from events where stream = '${stream}' order by number loop
      e.previous_hash := previous;
      previous := sha256(previous || convert_to(event_body(e), 'UTF8'));
      update events set previous_hash = e.previous_hash, hash = previous where stream = e.stream and number = e.number;
    end loop; end $$`);

const ofThis = <F extends { stream: string }>(findings: readonly F[]) =>
  findings.filter((finding) => finding.stream === stream);
const found = async () => ofThis((await verifyChain(system)).findings);
const compared = async () => ofThis(await compareHeads(system, kept));

describe("an untouched log", () => {
  test("verifies, alone and against exported heads, also after it has grown", async () => {
    await write("test.more");
    expect(await found()).toEqual([]);
    expect(await compared()).toEqual([]);
  });

  test("is exported up to its last event, also when that is in this very millisecond", async () => {
    await setClock("2031-03-01T12:00:00.000999Z");
    await write("test.step", 4);
    expect(await headsNow()).toContainEqual(expect.objectContaining({ stream, number: 4 }));
  });

  test("is verified in batches", async () => {
    const first = await verifyChain(system, { milliseconds: 0 });
    expect(first).toEqual({ streams: 0, findings: [], next: "" });
    const all = await verifyChain(system, { after: first.next });
    expect(all).toMatchObject({ findings: [], next: undefined });
    expect(all.streams).toBe(kept.length);
  });

  test("gives an employer no heads", async () => {
    const employer = await anEmployer(sql);
    const seen = await asActor(employer, (tx) => tx.execute("select * from heads_at(now(), '', 10)"));
    expect(seen.rows).toEqual([]);
  });
});

describe("the chain alone finds", () => {
  test.each([
    ["an altered event", [alter(2)], 2, "altered"],
    ["an altered last event", [alter(3)], 3, "altered"],
    [
      "an altered event with a new hash of its own",
      [
        alter(2),
        (tx: typeof sql) => tx`
      update events e set hash = sha256(previous_hash || convert_to(event_body(e), 'UTF8')) where stream = ${stream} and number = 2`,
      ],
      3,
      "not linked",
    ],
    [
      "a deleted event",
      [(tx: typeof sql) => tx`delete from events where stream = ${stream} and number = 2`],
      3,
      "missing",
    ],
    ["a deleted last event", [deleteFrom(3)], 3, "last missing"],
    ["a deleted head", [deleteHead], 3, "no head"],
  ] as const)("%s", async (_what, statements, number, problem) => {
    await tamper(...statements);
    expect((await found())[0]).toEqual({ stream, number, problem });
  });
});

describe("a comparison with exported heads finds", () => {
  test.each([
    ["a last event deleted together with its head", [deleteFrom(3), rewriteHead], "gone since the export"],
    ["a stream deleted whole", [deleteFrom(1), deleteHead], "gone since the export"],
    [
      "an altered last event, hash and head rewritten",
      [alter(3), rewriteHashes, rewriteHead],
      "rewritten since the export",
    ],
    [
      "an altered first event, all that follows rewritten",
      [alter(1), rewriteHashes, rewriteHead],
      "rewritten since the export",
    ],
  ] as const)("%s, which the chain alone cannot see", async (_what, statements, problem) => {
    await tamper(...statements);
    expect(await found()).toEqual([]);
    expect(await compared()).toEqual([{ stream, number: 3, problem }]);
  });
});

describe("the anchor of a day", () => {
  const at = (time: string) => setClock(new Date(`2031-03-01T${time}+01:00`));

  test("is made once, when all events of the day before are final, and is an event", async () => {
    await at("00:14");
    expect(await anchorToday()).toBeUndefined();
    await at("00:16");
    const made = await Promise.all([anchorToday(), anchorToday(), anchorToday()]);
    expect(made.filter(Boolean)).toEqual(["2031-03-01"]);
    expect(await anchorToday()).toBeUndefined();
    const events =
      await sql`select payload from events where type = 'anchor.make' and payload ->> 'day' = '2031-03-01'`;
    expect(events).toHaveLength(1);
    const anchor = await newestAnchor();
    expect(anchor).toMatchObject({ day: "2031-03-01", streams: kept.length, ...events[0]?.payload });
  });

  test("stays the same while the log grows, and differs when the past is changed", async () => {
    await setClock(new Date("2031-03-02T00:16:00+01:00"));
    await anchorToday();
    const anchor = await newestAnchor();
    if (!anchor) throw new Error("no anchor");
    await write("test.later");
    expect(await rootAt(system, anchor.at)).toMatchObject({ root: anchor.root });
    await tamper(deleteFrom(3), rewriteHead);
    expect((await rootAt(system, anchor.at)).root).not.toBe(anchor.root);
  });

  test("cannot be changed, forged or deleted", async () => {
    await setClock(new Date("2031-03-03T00:16:00+01:00"));
    await anchorToday();
    for (const statement of [sql`delete from anchors`, sql`update anchors set root = repeat('0', 64)`])
      await expect(statement).rejects.toMatchObject({ constraint_name: "anchors_append_only" });
    const auditor = await aStaffMember(sql, ["auditor"]);
    await expect(
      asActor(auditor, (tx) =>
        tx.execute(
          `insert into anchors (day, at, streams, events, root) values ('2031-01-01', now(), 0, 0, repeat('0', 64))`,
        ),
      ),
    ).rejects.toThrow();
  });
});
