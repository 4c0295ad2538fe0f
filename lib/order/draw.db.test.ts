import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { drawSeeds } from "@/db/schema";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember } from "@/db/testing/factories";
import { aTreatmentOrder, dayInJune, type QueuedCase } from "@/db/testing/treatment-order";
import type { StaffRole } from "@/lib/actor";
import { violatedConstraint } from "@/lib/errors";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { euros } from "@/lib/money";
import { refuse } from "@/lib/result";
import { freezeDraw } from "./commands/freeze-draw";
import { revealDraw } from "./commands/reveal-draw";
import { drawRecord } from "./queries/draw-record";
import { drawsOverview } from "./queries/draws-overview";

const { sql } = await testDatabase();
const SCHEME = "werkgeverssubsidie" as const;
const CEILING = { line: SCHEME, year: 2026 };
const { on, crossing, freeze, grant, placeOf, ...stage } = await aTreatmentOrder(sql);
const { windowId, decider, holder, colleague } = stage;
const eventsOf = async (drawId: string) =>
  (await sql`select type from events where stream = ${`draw:${drawId}`} order by number`).map(
    ({ type }) => type,
  );
async function aFrozenDraw() {
  const cases = await crossing();
  return { cases, drawId: await freeze() };
}

describe("freezing a day", () => {
  test("publishes the list and the hash of a seed that nobody knows, with one event", async () => {
    const { cases, drawId } = await aFrozenDraw();
    const record = await drawRecord(drawId);
    expect(record).toMatchObject({
      scheme: SCHEME,
      line: SCHEME,
      year: 2026,
      day: dayInJune(1),
      seed: null,
      order: null,
    });
    expect(record?.distribution).toBe("day_rank_lot");
    expect(record?.applications).toEqual(
      await Promise.all(cases.map(async (it) => [(await placeOf(it)).number, euros(8_000)])),
    );
    expect(await eventsOf(drawId)).toEqual(["draw.freeze"]);
    const stored = JSON.stringify(await sql`select * from draw_seeds`);
    expect(stored).not.toMatch(/[0-9a-f]{64}/);
    const seen = await asActor(decider, (tx) => tx.select().from(drawSeeds));
    expect(seen).toEqual([]);
    expect(await sql`select * from broken_streams()`).toEqual([]);
  });

  test.each<StaffRole>(["reviewer", "decider", "auditor"])("is refused to the %s", async (role) => {
    await crossing();
    const other = await aStaffMember(sql, [role]);
    expect(await freezeDraw(other, { ceiling: CEILING, day: dayInJune(1) })).toEqual(
      refuse({ reason: "not-yours-to-do" }),
    );
  });

  test("is refused for a day that does not cross, is not over, or is frozen already", async () => {
    await crossing();
    const attempt = (day: number) => freezeDraw(holder, { ceiling: CEILING, day: dayInJune(day) });
    expect(await attempt(2)).toEqual(refuse({ reason: "not-crossing" }));
    await on(1);
    expect(await attempt(1)).toEqual(refuse({ reason: "day-not-over" }));
    await on(2);
    const [one, two] = await Promise.all([attempt(1), attempt(1)]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    expect(await attempt(1)).toEqual(refuse({ reason: "already-frozen" }));
    expect(await sql`select from draws`).toHaveLength(1);
  });
});

describe("revealing a seed", () => {
  test("gives every application on the list its lot, with one event, and grants follow the lots", async () => {
    const { cases, drawId } = await aFrozenDraw();
    expect(await revealDraw(colleague, { drawId })).toEqual({ ok: true, value: { lots: 3 } });
    const record = await drawRecord(drawId);
    const stored =
      await sql`select a.case_number::int as number from lots l join applications a on a.id = l.application_id order by lot`;
    expect(stored.map(({ number }) => number)).toEqual(record?.order);
    expect(await eventsOf(drawId)).toEqual(["draw.freeze", "draw.reveal"]);
    const byLot: QueuedCase[] = [];
    for (const number of record?.order ?? [])
      for (const it of cases) if ((await placeOf(it)).number === number) byLot.push(it);
    const [first, second, third] = byLot as [QueuedCase, QueuedCase, QueuedCase];
    for (const late of [second, third])
      expect(await grant(late)).toMatchObject({ refusal: { reason: "would-overtake" } });
    expect((await grant(first)).ok).toBe(true);
    expect(await grant(second)).toMatchObject({ refusal: { reason: "ceiling-reached" } });
  });

  test("needs another budget holder, and happens once", async () => {
    const { drawId } = await aFrozenDraw();
    expect(await revealDraw(holder, { drawId })).toEqual(refuse({ reason: "same-person" }));
    expect(await revealDraw(decider, { drawId })).toEqual(refuse({ reason: "not-yours-to-do" }));
    expect((await revealDraw(colleague, { drawId })).ok).toBe(true);
    expect(await revealDraw(colleague, { drawId })).toEqual(refuse({ reason: "already-revealed" }));
    await expect(revealDraw(colleague, { drawId: randomUUID() })).rejects.toThrow("not found");
    expect(await eventsOf(drawId)).toHaveLength(2);
  });

  test("leaves the frozen list as it was, also after withdrawals and new applications", async () => {
    const { cases, drawId } = await aFrozenDraw();
    const before = await drawRecord(drawId);
    await withdrawApplication(cases[1].actor, { applicationId: cases[1].applicationId });
    await aFiledApplication(sql, { windowId });
    await revealDraw(colleague, { drawId });
    const after = await drawRecord(drawId);
    expect(after?.applications).toEqual(before?.applications);
    expect(after?.listHash).toBe(before?.listHash);
    expect(after?.order).toHaveLength(3);
  });

  test("happens when an application on the list was completed later, which then has that later day", async () => {
    const { cases, drawId } = await aFrozenDraw();
    const late = cases[1].applicationId;
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update applications set rank_day = rank_day + 1 where id = ${late}`;
    });
    expect((await revealDraw(colleague, { drawId })).ok).toBe(true);
    expect((await drawRecord(drawId))?.order).toHaveLength(3);
    const withLot = await sql`select application_id from lots`;
    expect(withLot).toHaveLength(2);
    expect(withLot.map(({ application_id }) => application_id)).not.toContain(late);
    expect(await grant(cases[1])).toMatchObject({ refusal: { reason: "would-overtake", count: 2 } });
  });

  test("cannot be undone or repeated past the command", async () => {
    const { drawId } = await aFrozenDraw();
    const violation = (statement: Promise<unknown>) => statement.then(() => "nothing", violatedConstraint);
    expect(await violation(sql`update draws set list = '{}' where id = ${drawId}`)).toBe(
      "draws_only_revealed",
    );
    expect(
      await violation(
        sql`update draws set seed = ${"00".repeat(32)}, revealed_by = ${colleague.personId} where id = ${drawId}`,
      ),
    ).toBe("draws_seed_kept");
    await revealDraw(colleague, { drawId });
    expect(await violation(sql`update draws set seed = null where id = ${drawId}`)).toBe(
      "draws_only_revealed",
    );
    expect(await violation(sql`update lots set lot = lot + 10`)).toBe("lots_append_only");
    expect(await violation(sql`delete from draws`)).toBe("draws_only_revealed");
  });
});

test("the overview names the crossing day, its claimed and free amounts, and whether it is drawn", async () => {
  const { drawId } = await aFrozenDraw();
  expect(await drawsOverview(holder, CEILING)).toMatchObject({
    crossing: {
      ...{ day: dayInJune(1), count: 3, askedCents: euros(24_000), aheadCents: 0, freeCents: euros(12_000) },
      ...{ isOver: true, isDrawn: true, distribution: "day_rank_lot" },
    },
    draws: [{ id: drawId, isRevealed: false, isOwn: true }],
  });
});

test("the overview shows the claimed amounts of the days before the crossing day", async () => {
  await stage.room(20_000);
  for (const day of [1, 2, 3, 3]) await stage.proposedOn(day);
  await on(4);
  expect((await drawsOverview(holder, CEILING)).crossing).toMatchObject({
    ...{ day: dayInJune(3), count: 2, askedCents: euros(16_000) },
    ...{ aheadCents: euros(16_000), freeCents: euros(20_000) },
  });
});
