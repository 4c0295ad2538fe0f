import { describe, expect, test } from "vitest";
import { aCaseInReview, aProposedCase, askFor, hearOnLowering, proposeFor } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import { expectInvariants } from "@/db/testing/invariants";
import { completeApplication } from "@/lib/completion/commands/complete-application";
import { saveAnswer } from "@/lib/completion/commands/save-answer";
import { violatedConstraint } from "@/lib/errors";
import { euros } from "@/lib/money";
import { reserveList } from "@/lib/order/queries/reserve-list";
import { callUp } from "./commands/call-up";
import { confirmRevision } from "./commands/confirm-revision";
import { decide } from "./commands/decide";
import { proposeRevision } from "./commands/propose-revision";
import { reserve } from "./commands/reserve";

const { sql } = await testDatabase();
const LINE = "werkgeverssubsidie" as const;
const reviewer = await aStaffMember(sql, ["reviewer"]);
const decider = await aStaffMember(sql, ["decider"]);
const on = (day: string) => setClock(new Date(`${day}T10:00:00Z`));

/** The window of 2026 and, from 4 January on, that of 2027, each with its own ceiling. */
const windowOf = (year: number, opensOn: string, closesOn: string) =>
  aWindow(sql, {
    year,
    opensAt: new Date(`${opensOn}T07:00:00Z`),
    closesAt: new Date(`${closesOn}T15:00:00Z`),
  });

const ceilings = async () =>
  Object.fromEntries(
    (
      await sql<{ year: number; committed: number }[]>`
        select year, committed_cents::int as committed from ceilings where line_id = ${LINE} order by year`
    ).map(({ year, committed }) => [year, committed]),
  );
const entriesOf = (applicationId: string) =>
  sql`select line_id as line, year, budget_year as "budgetYear", kind, amount_cents::int as cents
    from ledger_entries where application_id = ${applicationId} order by id`;
const later = <C extends { version: number }>(it: C, by = 1): C => ({ ...it, version: it.version + by });

type InReview = Awaited<ReturnType<typeof aCaseInReview>>;

/** A reviewer asks for a listed item, and the employer answers some days later. */
async function completed(it: InReview, askedOn: string, answeredOn: string): Promise<InReview> {
  await on(askedOn);
  const asked = await askFor(sql, it, {});
  await on(answeredOn);
  const saved = await saveAnswer(it.actor, {
    applicationId: it.applicationId,
    part: "bank",
    answers: { iban: "NL02 ABNA 0123 4567 89", accountName: "Voorbeeld BV" },
    revision: 1,
  });
  if (!saved.ok) throw new Error("not answered");
  const { applicationId, requestId } = asked;
  const sent = await completeApplication(it.actor, { applicationId, requestId, revision: 1 });
  if (!sent.ok) throw new Error(sent.refusal.reason);
  return later(it, 2);
}

/** A reviewer proposes to withdraw the grant after a hearing, and a decider confirms. */
async function withdrawn(it: InReview): Promise<void> {
  await hearOnLowering(sql, { ...it, keep: [] });
  const lowering = { applicationId: it.applicationId, revision: "lower" as const, keep: [] };
  const proposed = await proposeRevision(reviewer, { ...lowering, explanation: "Niet begonnen." });
  if (!proposed.ok) throw new Error(proposed.refusal.reason);
  const [row] = await sql<{ id: string }[]>`
    select id from proposals where application_id = ${it.applicationId} order by application_version desc limit 1`;
  const seen = { applicationId: it.applicationId, version: it.version, proposalId: row?.id ?? "" };
  expect((await confirmRevision(decider, seen)).ok).toBe(true);
}

describe.each([
  ["without a ceiling for the new year", undefined],
  ["with a ceiling for the new year", 8_000],
])("the turning of the year %s", (_what, nextYear) => {
  test("a window that closed on 30 September is decided, lowered and granted on its own ceiling", async () => {
    await on("2026-06-01");
    await sql`truncate lots, draw_seeds, draws, ledger_entries, decisions, proposals, trajectories, applications, events,
      event_heads, completion_requests, completion_answers, answer_versions cascade`;
    await withoutCeilings(sql);
    await theBudget(sql, 2026, { [LINE]: 16_000 });
    const windowId = await windowOf(2026, "2026-06-01", "2026-09-30");
    const [early, asked] = [
      await aCaseInReview(sql, { windowId, reviewer }),
      await aCaseInReview(sql, { windowId, reviewer }),
    ];
    await on("2026-09-30");
    const last = await aCaseInReview(sql, { windowId, reviewer });
    const complete = await completed(asked, "2026-10-05", "2026-10-12");

    await on("2027-01-05");
    if (nextYear !== undefined) await theBudget(sql, 2027, { [LINE]: nextYear });
    const grants = [await proposeFor(early), await proposeFor(last)];
    for (const grant of grants) expect(await decide(decider, grant)).toMatchObject({ ok: true });
    expect(await entriesOf(early.applicationId)).toEqual([
      { line: LINE, year: 2026, budgetYear: 2027, kind: "commitment", cents: euros(8_000) },
    ]);
    const waiting = await proposeFor(complete);
    expect(await decide(decider, waiting)).toMatchObject({
      refusal: { reason: "ceiling-reached", line: LINE, year: 2026, freeCents: 0 },
    });
    expect(await reserve(decider, waiting)).toMatchObject({ ok: true });

    await on("2027-03-02");
    await withdrawn(later(grants[0] as InReview));
    expect(await reserveList(reviewer, { line: LINE, year: 2026 })).toMatchObject({
      freeCents: euros(8_000),
      waiting: [{ id: complete.applicationId }],
    });
    const called = await callUp(reviewer, later(waiting));
    expect(called).toMatchObject({ ok: true });
    const again = await proposeFor(later(waiting, 2));
    expect(await decide(decider, again)).toMatchObject({ ok: true });
    expect(await entriesOf(complete.applicationId)).toEqual([
      { line: LINE, year: 2026, budgetYear: 2027, kind: "commitment", cents: euros(8_000) },
    ]);
    expect(await ceilings()).toEqual({ 2026: euros(16_000), ...(nextYear !== undefined && { 2027: 0 }) });
    await expectInvariants(sql);
  });
});

describe("a new window beside an old one", () => {
  test("has a queue and a ceiling of its own, and released money of the old window stays there", async () => {
    await on("2026-09-01");
    await sql`truncate lots, draw_seeds, draws, ledger_entries, decisions, proposals, trajectories, applications, events,
      event_heads cascade`;
    await withoutCeilings(sql);
    await theBudget(sql, 2026, { [LINE]: 8_000 });
    const old = await windowOf(2026, "2026-06-01", "2026-09-30");
    const granted = await aProposedCase(sql, { windowId: old, reviewer });
    await on("2026-09-02");
    const left = await aProposedCase(sql, { windowId: old, reviewer });
    expect(await decide(decider, granted)).toMatchObject({ ok: true });
    expect(await reserve(decider, left)).toMatchObject({ ok: true });

    await on("2027-01-04");
    await theBudget(sql, 2027, { [LINE]: 8_000 });
    const windowId = await windowOf(2027, "2027-01-04", "2027-03-31");
    const fresh = await aProposedCase(sql, { windowId, reviewer });
    await on("2027-01-05");
    expect(await decide(decider, fresh)).toMatchObject({ ok: true });
    expect(await callUp(reviewer, later(left))).toMatchObject({
      refusal: { reason: "ceiling-reached", year: 2026 },
    });
    expect(await ceilings()).toEqual({ 2026: euros(8_000), 2027: euros(8_000) });

    await on("2027-01-06");
    await withdrawn(later(granted));
    const second = await aProposedCase(sql, { windowId, reviewer });
    expect(await decide(decider, second)).toMatchObject({
      refusal: { reason: "ceiling-reached", year: 2027, freeCents: 0 },
    });
    expect(await callUp(reviewer, later(left))).toMatchObject({ ok: true });
    await expectInvariants(sql);
  });

  test("two windows that divide one ceiling share its queue", async () => {
    await on("2028-03-01");
    await theBudget(sql, 2028, { [LINE]: 8_000 });
    const [spring, summer] = [
      await windowOf(2028, "2028-03-01", "2028-04-01"),
      await windowOf(2028, "2028-03-01", "2028-06-01"),
    ];
    const first = await aProposedCase(sql, { windowId: spring, reviewer });
    await on("2028-03-02");
    const next = await aProposedCase(sql, { windowId: summer, reviewer });
    expect(await decide(decider, next)).toMatchObject({ refusal: { reason: "would-overtake", count: 1 } });
    expect(await decide(decider, first)).toMatchObject({ ok: true });
    expect(await decide(decider, next)).toMatchObject({ refusal: { reason: "ceiling-reached" } });
  });

  test("the database refuses to book an application on the ceiling of another year or line", async () => {
    await on("2028-05-01");
    await theBudget(sql, 2029);
    const windowId = await windowOf(2028, "2028-03-01", "2028-06-01");
    const { applicationId } = await aProposedCase(sql, { windowId, reviewer });
    const book = (line: string, year: number) =>
      sql`insert into ledger_entries (line_id, year, kind, amount_cents, application_id, trajectory)
        values (${line}, ${year}, 'commitment', 100, ${applicationId}, 1)`.then(
        () => "nothing",
        violatedConstraint,
      );
    expect(await book(LINE, 2029)).toBe("ledger_entries_own_ceiling");
    expect(await book("startbaan-experimenten", 2028)).toBe("ledger_entries_own_ceiling");
    expect(await book("actieagenda", 2028)).toBe("ledger_entries_own_ceiling");
  });
});
