import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { anIban } from "@/db/testing/answers";
import { aCaseToComplete, aProposedCase } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import { expectInvariants } from "@/db/testing/invariants";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { completeApplication } from "@/lib/completion/commands/complete-application";
import { saveAnswer } from "@/lib/completion/commands/save-answer";
import { decide } from "@/lib/decisions/commands/decide";
import { grantInBulk } from "@/lib/decisions/commands/grant-in-bulk";
import { chosenSet } from "@/lib/decisions/queries/clean-cases";
import { violatedConstraint } from "@/lib/errors";
import { ownFiled } from "@/lib/letters/queries/own-filed";
import { refuse } from "@/lib/result";
import { readStatus } from "@/lib/screens/queries/read-status";
import { freezeDraw } from "./commands/freeze-draw";
import { revealDraw } from "./commands/reveal-draw";
import { drawRecord } from "./queries/draw-record";

const { sql } = await testDatabase();
const SCHEME = "werkgeverssubsidie" as const;
const CEILING = { line: SCHEME, year: 2026 };
const CLOSING = "2026-06-05";
const decider = await aStaffMember(sql, ["decider"]);
const reviewer = await aStaffMember(sql, ["reviewer"]);
const holder = await aStaffMember(sql, ["budget_holder"]);
const colleague = await aStaffMember(sql, ["budget_holder"]);
/** Ten in the morning of a day in June; the window closes on 5 June at 17:00. */
const on = (day: number, hour = 10) =>
  setClock(new Date(`2026-06-0${day}T${String(hour - 2).padStart(2, "0")}:00:00Z`));
let windowId: string;

beforeAll(async () => {
  await on(1);
  windowId = await aWindow(sql, {
    distribution: "window_lottery",
    closesAt: new Date("2026-06-05T15:00:00Z"),
  });
});
beforeEach(async () => {
  await on(1);
  await sql`truncate lots, draw_seeds, draws, ledger_entries, decisions, bulk_grants, letters, proposals, trajectories, applications,
    events, event_heads, completion_requests, completion_answers, letter_concepts, answer_versions cascade`;
  await withoutCeilings(sql);
  await theBudget(sql, 2026, { werkgeverssubsidie: 12_000 });
});

const rankDayOf = async ({ applicationId }: { applicationId: string }) =>
  (await sql`select rank_day::text as day from applications where id = ${applicationId}`)[0]?.day;
async function proposedOn(day: number) {
  await on(day);
  return aProposedCase(sql, { windowId, reviewer });
}
type Case = Awaited<ReturnType<typeof proposedOn>>;
const grant = ({ applicationId, version }: Case) => decide(decider, { applicationId, version });

async function completed(asked: Awaited<ReturnType<typeof aCaseToComplete>>) {
  const { actor, applicationId, requestId } = asked;
  const part = {
    applicationId,
    part: "bank" as const,
    answers: { iban: anIban(), accountName: "Voorbeeld BV" },
  };
  const saved = await saveAnswer(actor, { ...part, revision: 1 });
  if (!saved.ok) throw new Error(saved.refusal.reason);
  return completeApplication(actor, { applicationId, requestId, revision: 1 });
}

describe("a window that is divided by lot", () => {
  test("gives every application the closing day as rank day, whenever it was filed, and says so", async () => {
    const early = await aFiledApplication(sql, { windowId });
    await on(5, 16);
    const late = await aFiledApplication(sql, { windowId });
    for (const it of [early, late]) expect(await rankDayOf(it)).toBe(CLOSING);
    const { applicationId, actor } = early;
    expect(await readStatus(actor, applicationId)).toMatchObject({
      ...{ rankDay: CLOSING, distribution: "window_lottery" },
    });
    expect(await ownFiled(actor, applicationId)).toMatchObject({ distribution: "window_lottery" });
    await expectInvariants(sql);
  });

  test("counts a completion before the closing day as in time, and a later one as of its own day", async () => {
    const inTime = await aCaseToComplete(sql, { windowId, reviewer });
    const tooLate = await aCaseToComplete(sql, { windowId, reviewer });
    await on(3);
    expect(await completed(inTime)).toMatchObject({ ok: true });
    await on(7);
    expect(await completed(tooLate)).toMatchObject({ ok: true });
    expect([await rankDayOf(inTime), await rankDayOf(tooLate)]).toEqual([CLOSING, "2026-06-07"]);
    await expectInvariants(sql);
  });

  test("refuses every grant before the closing day is over, however much is free", async () => {
    await theBudget(sql, 2026, { werkgeverssubsidie: 1_000_000 });
    const one = await proposedOn(1);
    const waits = refuse({ reason: "window-open", day: CLOSING });
    expect(await grant(one)).toEqual(waits);
    await on(5, 18);
    expect(await grant(one)).toEqual(waits);
    await on(6);
    expect(await grant(one)).toMatchObject({ ok: true });
  });

  test("refuses bulk grants before the closing day is over", async () => {
    await theBudget(sql, 2026, { werkgeverssubsidie: 1_000_000 });
    await proposedOn(1);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update proposals set attention = 0`;
    });
    const rankDay = { ceiling: CEILING, day: CLOSING };
    const { digest } = await asActor(decider, async (tx) =>
      chosenSet(tx, decider, rankDay, { leaf: SCHEME, lines: await readCeilings(tx, CEILING) }),
    );
    expect(await grantInBulk(decider, { ...rankDay, digest })).toEqual(
      refuse({ reason: "window-open", day: CLOSING }),
    );
    await on(6);
    expect(await grantInBulk(decider, { ...rankDay, digest })).toMatchObject({ value: { count: 1 } });
  });

  test("refuses early bookings past the command, and keeps its distribution", async () => {
    const { applicationId } = await proposedOn(1);
    const violation = (statement: Promise<unknown>) => statement.then(() => "nothing", violatedConstraint);
    const past = sql`insert into ledger_entries (line_id, year, kind, amount_cents, application_id, trajectory)
      values (${SCHEME}, 2026, 'commitment', 100, ${applicationId}, 1)`;
    expect(await violation(past)).toBe("ledger_entries_after_window_lottery");
    expect(
      await violation(sql`update windows set distribution = 'day_rank_lot' where id = ${windowId}`),
    ).toBe("windows_append_only");
  });

  test("allows early refusals, which make nobody wait", async () => {
    const refused = await aProposedCase(sql, {
      ...{ windowId, reviewer },
      choice: { granted: [], grounds: ["conditions"], explanation: "Het plan is te mager." },
    });
    expect(await grant(refused)).toMatchObject({ ok: true });
  });

  test("is drawn once its closing day is over, and grants follow the lots", async () => {
    const cases = [await proposedOn(1), await proposedOn(2), await proposedOn(5)];
    expect(await freezeDraw(holder, { ceiling: CEILING, day: CLOSING })).toEqual(
      refuse({ reason: "day-not-over" }),
    );
    await on(6);
    for (const it of cases) expect(await grant(it)).toMatchObject({ refusal: { reason: "needs-draw" } });
    const frozen = await freezeDraw(holder, { ceiling: CEILING, day: CLOSING });
    if (!frozen.ok) throw new Error(frozen.refusal.reason);
    await revealDraw(colleague, frozen.value);
    const record = await drawRecord(frozen.value.drawId);
    expect(record).toMatchObject({
      day: CLOSING,
      distribution: "window_lottery",
      applications: { length: 3 },
    });
    const numbers = await sql<
      { id: string; n: number }[]
    >`select id, case_number::int as n from applications`;
    const firstId = numbers.find(({ n }) => n === record?.order?.[0])?.id;
    const [first, ...others] = [...cases].sort((a) => (a.applicationId === firstId ? -1 : 1));
    for (const it of others) expect(await grant(it)).toMatchObject({ refusal: { reason: "would-overtake" } });
    expect(await grant(first as Case)).toMatchObject({ ok: true });
    await expectInvariants(sql);
  });
});
