import { sql as raw } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { anIban } from "@/db/testing/answers";
import { aCaseToComplete, askFor } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { expectInvariants } from "@/db/testing/invariants";
import { aTreatmentOrder, dayInJune, type QueuedCase } from "@/db/testing/treatment-order";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { completeApplication } from "@/lib/completion/commands/complete-application";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { saveAnswer } from "@/lib/completion/commands/save-answer";
import { propose } from "@/lib/decisions/commands/propose";
import { returnProposal } from "@/lib/decisions/commands/return-proposal";
import { chosenCases, chosenSet } from "@/lib/decisions/queries/clean-cases";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { readCase } from "@/lib/screens/queries/read-case";
import { readStatus } from "@/lib/screens/queries/read-status";
import { revealDraw } from "./commands/reveal-draw";

const { sql } = await testDatabase();
const SCHEME = "werkgeverssubsidie" as const;
const CEILING = { line: SCHEME, year: 2026 };
const { on, room, proposedOn, crossing, freeze, grant, placeOf, ...stage } = await aTreatmentOrder(sql);
const { windowId, reviewer, decider, colleague } = stage;

type Asked = Awaited<ReturnType<typeof aCaseToComplete>>;

/** An application with a proposal is asked for a listed item: the decider returns the proposal first. */
async function askAgain(it: QueuedCase) {
  const returned = await returnProposal(decider, { ...it, reason: "Het rekeningnummer klopt niet." });
  if (!returned.ok) throw new Error(returned.refusal.reason);
  return askFor(sql, { ...it, version: it.version + 1 }, {});
}

async function completed({ actor, applicationId, requestId }: Asked) {
  const answers = { iban: anIban(), accountName: "Voorbeeld BV" };
  const saved = await saveAnswer(actor, { applicationId, part: "bank", answers, revision: 1 });
  if (!saved.ok) throw new Error(saved.refusal.reason);
  const done = await completeApplication(actor, { applicationId, requestId, revision: 1 });
  if (!done.ok) throw new Error(done.refusal.reason);
}

async function lapsed({ applicationId, version }: Asked) {
  const done = await lapseCompletion(reviewer, { applicationId, version });
  if (!done.ok) throw new Error(done.refusal.reason);
  return done.value.version;
}

async function proposed(applicationId: string, version: number) {
  const done = await propose(reviewer, {
    applicationId,
    version,
    granted: [1],
    grounds: [],
    explanation: "",
  });
  if (!done.ok) throw new Error(done.refusal.reason);
}

/** Makes every check pass, also those of an outside register. */
const clean = (...cases: { applicationId: string }[]) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const { applicationId } of cases)
      await tx`update proposals set attention = 0 where application_id = ${applicationId}`;
  });

/** The set that a bulk grant of a day would grant now, and whether that day counts as drawn. */
const together = (day = 1) =>
  asActor(decider, async (tx) => {
    const budget = { leaf: SCHEME, lines: await readCeilings(tx, CEILING) };
    const rankDay = { ceiling: CEILING, day: dayInJune(day) };
    const { isDrawn } = await chosenSet(tx, decider, rankDay, budget);
    const { rows } = await tx.execute<{ id: string }>(
      raw`with ${chosenCases(decider, rankDay, budget)} select id from chosen order by lot, case_number`,
    );
    return { isDrawn, ids: rows.map(({ id }) => id) };
  });

/** Three applications of one day, drawn, in the order of their lots. */
async function aDrawnDay() {
  const cases = await crossing();
  await revealDraw(colleague, { drawId: await freeze() });
  const lots = await Promise.all(cases.map(async (it) => (await placeOf(it)).lot ?? 0));
  const byLot = cases.map((it, place) => ({ it, lot: lots[place] ?? 0 })).sort((a, b) => a.lot - b.lot);
  return byLot.map(({ it }) => it) as [QueuedCase, QueuedCase, QueuedCase];
}

describe("an application with a lot that completes a listed item later", () => {
  test("is drawn again on that later day, and only that lot counts, on every screen", async () => {
    const [first, second, third] = await aDrawnDay();
    expect(await grant(first)).toMatchObject({ ok: true });
    await withdrawApplication(second.actor, second);
    const asked = await askAgain(third);
    await on(3);
    await completed(asked);
    await proposedOn(3);
    expect(await placeOf(third)).toMatchObject({ day: dayInJune(3), lot: null, draws: 1 });
    expect((await readStatus(third.actor, third.applicationId))?.draw).toBeUndefined();
    expect((await readCase(decider, third.applicationId))?.lot).toBeNull();
    await on(4);
    const drawId = await freeze(3);
    expect(await revealDraw(colleague, { drawId })).toEqual({ ok: true, value: { lots: 2 } });
    const { lot, draws } = await placeOf(third);
    expect(draws).toBe(2);
    expect((await readStatus(third.actor, third.applicationId))?.draw).toEqual({ lot, drawId });
    expect((await readCase(decider, third.applicationId))?.lot).toBe(lot);
    await expectInvariants(sql);
  });

  test("is granted in bulk on that later day like every other", async () => {
    const [first, , third] = await aDrawnDay();
    const asked = await askAgain(third);
    await on(3);
    await completed(asked);
    await proposed(third.applicationId, asked.version + 1);
    const other = await proposedOn(3);
    await clean(third, other);
    expect(await together(3)).toEqual({
      isDrawn: false,
      ids: expect.arrayContaining([third.applicationId, other.applicationId]),
    });
    expect((await together(1)).ids).not.toContain(first.applicationId);
  });
});

describe("an open request for a listed item", () => {
  test("holds up no application of a drawn day, and once it lapsed the old place counts again", async () => {
    const [first, second, third] = await aDrawnDay();
    await clean(second, third);
    expect((await together()).ids).toEqual([]);
    const asked = await askAgain(first);
    expect(await together()).toEqual({ isDrawn: true, ids: [second.applicationId] });
    await on(20);
    const version = await lapsed(asked);
    expect(await placeOf(first)).toMatchObject({ day: dayInJune(1), lot: 1 });
    expect((await together()).ids).toEqual([]);
    expect(await grant(second)).toMatchObject({ refusal: { reason: "would-overtake", count: 1 } });
    await proposed(first.applicationId, version);
    await clean(first);
    expect((await together()).ids).toEqual([first.applicationId]);
    await expectInvariants(sql);
  });

  test("that lapsed after its day was drawn without it puts the application after all lots", async () => {
    await room(20_000);
    const asked = await aCaseToComplete(sql, { windowId, reviewer });
    const cases = [await proposedOn(1), await proposedOn(1), await proposedOn(1)] as const;
    await on(2);
    await revealDraw(colleague, { drawId: await freeze() });
    const places = await Promise.all(cases.map(async (it) => ({ it, lot: (await placeOf(it)).lot ?? 0 })));
    const [first, second] = places.sort((a, b) => a.lot - b.lot).map(({ it }) => it) as [
      QueuedCase,
      QueuedCase,
    ];
    await on(20);
    await proposed(asked.applicationId, await lapsed(asked));
    expect(await placeOf(asked)).toMatchObject({ day: dayInJune(1), lot: null });
    await clean(asked, first);
    expect(await together()).toEqual({ isDrawn: true, ids: [first.applicationId] });
    await clean(second);
    expect((await together()).ids).toEqual([first.applicationId, second.applicationId]);
    await expectInvariants(sql);
  });
});
