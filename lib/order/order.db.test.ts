import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql as raw } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { drawSeeds } from "@/db/schema";
import { aProposedCase } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember, aWindow, theBudget } from "@/db/testing/factories";
import type { StaffRole } from "@/lib/actor";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { decide } from "@/lib/decisions/commands/decide";
import { violatedConstraint } from "@/lib/errors";
import { euros } from "@/lib/money";
import { refuse } from "@/lib/result";
import type { Track } from "@/lib/schemes/scheme";
import { freezeDraw } from "./commands/freeze-draw";
import { revealDraw } from "./commands/reveal-draw";
import { drawRecord } from "./queries/draw-record";
import { drawsOverview } from "./queries/draws-overview";

const { sql } = await testDatabase();
const SCHEME = "werkgeverssubsidie" as const;
const decider = await aStaffMember(sql, ["decider"]);
const reviewer = await aStaffMember(sql, ["reviewer"]);
const holder = await aStaffMember(sql, ["budget_holder"]);
const colleague = await aStaffMember(sql, ["budget_holder"]);
const on = (day: number) => setClock(new Date(`2026-06-0${day}T10:00:00Z`));
const dayOfJune = (day: number) => `2026-06-0${day}`;
let windowId: string;

beforeAll(async () => {
  await on(1);
  windowId = await aWindow(sql);
});
beforeEach(async () => {
  await sql`truncate lots, draw_seeds, draws, ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
  await sql`delete from ceilings`;
});

const room = (amount: number, women = 0) =>
  theBudget(sql, 2026, { werkgeverssubsidie: amount, "werkgeverssubsidie-vrouwen": women });
async function proposedOn(day: number, ...tracks: Track[]) {
  await on(day);
  return aProposedCase(sql, { windowId, reviewer, tracks: tracks.length > 0 ? tracks : ["general"] });
}
type Case = Awaited<ReturnType<typeof proposedOn>>;
const grant = ({ applicationId, version }: Case) => decide(decider, { applicationId, version });
const caseNumberOf = async ({ applicationId }: { applicationId: string }) =>
  Number((await sql`select case_number from applications where id = ${applicationId}`)[0]?.case_number);
const eventsOf = async (drawId: string) =>
  (await sql`select type from events where stream = ${`draw:${drawId}`} order by number`).map(
    ({ type }) => type,
  );

describe("no overtaking", () => {
  test("a later day waits while an earlier one could still use what is free", async () => {
    await room(15_000);
    const first = await proposedOn(1);
    const second = await proposedOn(2);
    expect(await grant(second)).toEqual(
      refuse({
        ...{ reason: "would-overtake", firstDay: dayOfJune(1), count: 1 },
        ...{ claimedCents: euros(8_000), freeCents: euros(15_000) },
      }),
    );
    expect((await grant(first)).ok).toBe(true);
    expect(await grant(second)).toMatchObject({ refusal: { reason: "ceiling-reached" } });
  });

  test("nobody waits when everything fits, and the day that is not drawn goes in any order", async () => {
    await room(24_000);
    const earlier = await proposedOn(1);
    const [one, other] = [await proposedOn(2), await proposedOn(2)];
    for (const it of [other, one, earlier]) expect((await grant(it)).ok).toBe(true);
  });

  test("who withdraws or is refused makes place for the next", async () => {
    await room(8_000);
    const first = await proposedOn(1);
    const second = await proposedOn(2);
    expect((await grant(second)).ok).toBe(false);
    await withdrawApplication(first.actor, { applicationId: first.applicationId });
    expect((await grant(second)).ok).toBe(true);
  });

  test("a refusal waits for nobody", async () => {
    await room(8_000);
    await proposedOn(1);
    await on(2);
    const refused = await aProposedCase(sql, {
      ...{ windowId, reviewer },
      choice: { granted: [], grounds: ["conditions"], explanation: "Het plan is te mager." },
    });
    expect((await grant(refused)).ok).toBe(true);
  });

  test("money kept for women is not waited for by women whom general requests cannot touch", async () => {
    await room(16_000, 8_000);
    await proposedOn(1);
    await proposedOn(1);
    const woman = await proposedOn(2, "women");
    const man = await proposedOn(2);
    expect(await grant(man)).toMatchObject({ refusal: { reason: "would-overtake" } });
    expect((await grant(woman)).ok).toBe(true);
  });

  test("money kept for women goes to the woman who came first", async () => {
    await room(8_000, 8_000);
    const first = await proposedOn(1, "women");
    const second = await proposedOn(2, "women");
    expect(await grant(second)).toMatchObject({ refusal: { reason: "would-overtake", count: 1 } });
    expect((await grant(first)).ok).toBe(true);
  });

  test("the queue is counted for deciders only", async () => {
    const { applicationId } = await proposedOn(1);
    await proposedOn(1);
    const count = (actor: typeof decider) =>
      asActor(actor, (tx) =>
        tx.execute(raw`select count from queue_before(${applicationId}, ${SCHEME}, '2026-06-01', true)`),
      );
    expect([...(await count(decider))]).toEqual([{ count: 1 }]);
    expect([...(await count(holder))]).toEqual([]);
  });

  test("the crossing day waits for its draw", async () => {
    await room(12_000);
    const [one] = [await proposedOn(1), await proposedOn(1)];
    expect(await grant(one)).toEqual(
      refuse({
        ...{ reason: "needs-draw", day: dayOfJune(1), count: 1 },
        ...{ claimedCents: euros(8_000), freeCents: euros(12_000) },
      }),
    );
  });

  test.each([
    ["the earlier first", false],
    ["the later first", true],
  ])("two deciders at once, %s: only the earlier is granted", async (_order, reversed) => {
    await room(12_000);
    const cases = [await proposedOn(1), await proposedOn(2)] as const;
    const started = (reversed ? [...cases].reverse() : [...cases]).map(grant);
    const answers = await Promise.all(started);
    const [first, second] = reversed ? answers.reverse() : answers;
    expect(first?.ok).toBe(true);
    expect(second?.ok).toBe(false);
    const [left] = await sql`select count(*)::int as n from decisions`;
    expect(left?.n).toBe(1);
  });
});

/** Three equals of one day with room for one and a half, and the day after. */
async function aCrossingDay() {
  await room(12_000);
  const cases = [await proposedOn(1), await proposedOn(1), await proposedOn(1)] as const;
  await on(2);
  return cases;
}
async function aFrozenDraw() {
  const cases = await aCrossingDay();
  const frozen = await freezeDraw(holder, { scheme: SCHEME, day: dayOfJune(1) });
  if (!frozen.ok) throw new Error(frozen.refusal.reason);
  return { cases, drawId: frozen.value.drawId };
}

describe("freezing", () => {
  test("publishes the list and the hash of a seed that nobody knows, with one event", async () => {
    const { cases, drawId } = await aFrozenDraw();
    const record = await drawRecord(drawId);
    expect(record).toMatchObject({ scheme: SCHEME, year: 2026, day: dayOfJune(1), seed: null, order: null });
    expect(record?.applications).toEqual(
      await Promise.all(cases.map(async (it) => [await caseNumberOf(it), euros(8_000)])),
    );
    expect(await eventsOf(drawId)).toEqual(["draw.freeze"]);
    const stored = JSON.stringify(await sql`select * from draw_seeds`);
    expect(stored).not.toMatch(/[0-9a-f]{64}/);
    const seen = await asActor(decider, (tx) => tx.select().from(drawSeeds));
    expect(seen).toEqual([]);
    expect(await sql`select * from broken_streams()`).toEqual([]);
  });

  test.each<StaffRole>(["reviewer", "decider", "auditor"])("is not for the %s", async (role) => {
    await aCrossingDay();
    const other = await aStaffMember(sql, [role]);
    expect(await freezeDraw(other, { scheme: SCHEME, day: dayOfJune(1) })).toEqual(
      refuse({ reason: "not-yours-to-do" }),
    );
  });

  test("is refused for a day that does not cross, is not over, or was frozen before", async () => {
    await aCrossingDay();
    const freeze = (day: number) => freezeDraw(holder, { scheme: SCHEME, day: dayOfJune(day) });
    expect(await freeze(2)).toEqual(refuse({ reason: "not-crossing" }));
    await on(1);
    expect(await freeze(1)).toEqual(refuse({ reason: "day-not-over" }));
    await on(2);
    const [one, two] = await Promise.all([freeze(1), freeze(1)]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    expect(await freeze(1)).toEqual(refuse({ reason: "already-frozen" }));
    expect(await sql`select from draws`).toHaveLength(1);
  });
});

describe("revealing", () => {
  test("gives every application on the list its lot, with one event, and grants go by lot", async () => {
    const { cases, drawId } = await aFrozenDraw();
    expect(await revealDraw(colleague, { drawId })).toEqual({ ok: true, value: { lots: 3 } });
    const record = await drawRecord(drawId);
    const stored =
      await sql`select a.case_number::int as number from lots l join applications a on a.id = l.application_id order by lot`;
    expect(stored.map(({ number }) => number)).toEqual(record?.order);
    expect(await eventsOf(drawId)).toEqual(["draw.freeze", "draw.reveal"]);
    const byLot: Case[] = [];
    for (const number of record?.order ?? [])
      for (const it of cases) if ((await caseNumberOf(it)) === number) byLot.push(it);
    const [first, second, third] = byLot as [Case, Case, Case];
    for (const late of [second, third])
      expect(await grant(late)).toMatchObject({ refusal: { reason: "would-overtake" } });
    expect((await grant(first)).ok).toBe(true);
    expect(await grant(second)).toMatchObject({ refusal: { reason: "ceiling-reached" } });
  });

  test("is for another budget holder, once", async () => {
    const { drawId } = await aFrozenDraw();
    expect(await revealDraw(holder, { drawId })).toEqual(refuse({ reason: "same-person" }));
    expect(await revealDraw(decider, { drawId })).toEqual(refuse({ reason: "not-yours-to-do" }));
    expect((await revealDraw(colleague, { drawId })).ok).toBe(true);
    expect(await revealDraw(colleague, { drawId })).toEqual(refuse({ reason: "already-revealed" }));
    await expect(revealDraw(colleague, { drawId: randomUUID() })).rejects.toThrow("not found");
    expect(await eventsOf(drawId)).toHaveLength(2);
  });

  test("leaves the frozen list as it was, whoever withdrew or came since", async () => {
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

  test("goes on when someone on the list was complete only later, who then stands on that later day", async () => {
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

  test("cannot be undone or done again past the command", async () => {
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

test("the overview names the crossing day, what it asks and what is free, and whether it is drawn", async () => {
  const { drawId } = await aFrozenDraw();
  expect(await drawsOverview(holder, SCHEME)).toMatchObject({
    crossing: {
      ...{ day: dayOfJune(1), count: 3, askedCents: euros(24_000), freeCents: euros(12_000) },
      ...{ isOver: true, isDrawn: true },
    },
    draws: [{ id: drawId, isRevealed: false, isOwn: true }],
  });
});

describe("a stranger's own script", () => {
  const folder = mkdtempSync(join(tmpdir(), "draw-"));
  const run = (record: unknown) => {
    const path = join(folder, `${randomUUID()}.json`);
    writeFileSync(path, JSON.stringify(record));
    const { stdout, status } = spawnSync(process.execPath, ["public/verify-draw.mjs", path], {
      encoding: "utf8",
    });
    rmSync(path);
    return { said: stdout.trim(), status };
  };

  test("finds a real record right, and every tampered one wrong", async () => {
    const { drawId } = await aFrozenDraw();
    expect(run(await drawRecord(drawId))).toMatchObject({
      status: 1,
      said: expect.stringContaining("nog niet onthuld"),
    });
    await revealDraw(colleague, { drawId });
    const record = await drawRecord(drawId);
    if (!record?.order) throw new Error("no record");
    expect(run(record)).toEqual({
      status: 0,
      said: "De loting klopt: 3 aanvragen, volgorde opnieuw berekend.",
    });
    const [one, two, three] = record.order;
    const [first, ...others] = record.applications;
    const tampered = [
      [{ ...record, order: [two, one, three] }, "De volgorde volgt niet"],
      [{ ...record, seed: "00".repeat(32) }, "Het startgetal hoort niet"],
      [{ ...record, applications: others }, "De lijst hoort niet"],
      [{ ...record, applications: [[first?.[0], 1], ...others] }, "De lijst hoort niet"],
      [{ ...record, applications: [...others, first] }, "niet op volgorde"],
      [{}, "Gebruik"],
    ] as const;
    for (const [wrong, words] of tampered)
      expect(run(wrong)).toMatchObject({ status: 1, said: expect.stringContaining(words) });
  });
});
