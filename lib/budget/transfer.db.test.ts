import { beforeEach, expect, test } from "vitest";
import { aProposedCase } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import { expectInvariants } from "@/db/testing/invariants";
import { decide } from "@/lib/decisions/commands/decide";
import { violatedConstraint } from "@/lib/errors";
import { euros } from "@/lib/money";
import { refuse } from "@/lib/result";
import { proposeTransfer } from "./commands/propose-change";
import { confirmChange } from "./commands/settle-change";
import { bookedByYearView } from "./queries/booked-by-year";

const { sql } = await testDatabase();
const LINE = "werkgeverssubsidie" as const;
const reviewer = await aStaffMember(sql, ["reviewer"]);
const decider = await aStaffMember(sql, ["decider"]);
const [holder, colleague] = [
  await aStaffMember(sql, ["budget_holder"]),
  await aStaffMember(sql, ["budget_holder"]),
];
const on = (day: string) => setClock(new Date(`${day}T10:00:00Z`));

beforeEach(async () => {
  await on("2026-06-01");
  await sql`truncate ceiling_changes, ledger_entries, decisions, proposals, trajectories, applications, events,
    event_heads cascade`;
  await withoutCeilings(sql);
  await theBudget(sql, 2026, { [LINE]: 20_000 });
  await theBudget(sql, 2027, { [LINE]: 5_000 });
});

const transfer = (amount: number) =>
  proposeTransfer(holder, {
    ...{ line: LINE, year: 2026, transferTo: { line: LINE, year: 2027 }, transferred: euros(amount) },
    ...{ changeReason: "Niemand wacht nog.", publication: "Stcrt. 2027, 1", publishedOn: "2027-01-04" },
  });
const ceilings = async () =>
  (
    await sql<{ euros: number }[]>`
      select (ceiling_cents / 100)::int as euros from ceilings where line_id = ${LINE} order by year`
  ).map((row) => row.euros);

test("free money of a year that is over goes to another ceiling when two people decide so, with a reason", async () => {
  const windowId = await aWindow(sql);
  const granted = await aProposedCase(sql, { windowId, reviewer });
  expect(await transfer(1_000)).toEqual(refuse({ reason: "transfer-before-year-over", year: 2026 }));
  await on("2027-01-05");
  expect(await transfer(1_000)).toEqual(refuse({ reason: "transfer-waited-for", count: 1 }));
  expect(await decide(decider, granted)).toMatchObject({ ok: true });
  expect(await transfer(12_001)).toEqual(refuse({ reason: "transfer-too-much", freeCents: euros(12_000) }));
  const proposed = await transfer(12_000);
  if (!proposed.ok) throw new Error(proposed.refusal.reason);
  expect(await ceilings()).toEqual([20_000, 5_000]);
  expect(await confirmChange(holder, proposed.value)).toEqual(refuse({ reason: "own-change" }));
  expect(await confirmChange(colleague, proposed.value)).toMatchObject({ ok: true });
  expect(await ceilings()).toEqual([8_000, 17_000]);
  const changes = await sql`
    select kind, year, target_year as target, (to_cents - from_cents)::int as cents, reason
    from ceiling_changes order by year`;
  const reason = "Niemand wacht nog.";
  expect([...changes]).toEqual([
    { kind: "transfer", year: 2026, target: 2027, cents: -euros(12_000), reason },
    { kind: "receive", year: 2027, target: 2026, cents: euros(12_000), reason },
  ]);
  await expectInvariants(sql);
});

test("a transfer is not confirmed once somebody waits for the money again", async () => {
  await on("2027-01-05");
  const proposed = await transfer(20_000);
  if (!proposed.ok) throw new Error(proposed.refusal.reason);
  await aProposedCase(sql, { windowId: await aWindow(sql, { year: 2026 }), reviewer });
  expect(await confirmChange(colleague, proposed.value)).toEqual(refuse({ reason: "waited-for-now" }));
  expect(await ceilings()).toEqual([20_000, 5_000]);
});

test("nobody writes the receiving side of a transfer alone", async () => {
  const receive = sql`insert into ceiling_changes (line_id, year, kind, from_cents, to_cents, target_line_id, target_year,
      reason, publication, published_on, proposed_by)
    values (${LINE}, 2027, 'receive', 500000, 600000, ${LINE}, 2026, 'x', 'x', '2027-01-04', ${holder.personId})`;
  expect(await receive.then(() => "done", violatedConstraint)).toBe("ceiling_changes_received");
});

test("a commitment is reported in the year of its booking, beside the ceiling that it counts on", async () => {
  const windowId = await aWindow(sql);
  const [first, second] = [
    await aProposedCase(sql, { windowId, reviewer }),
    await aProposedCase(sql, { windowId, reviewer }),
  ];
  expect(await decide(decider, first)).toMatchObject({ ok: true });
  await on("2027-01-05");
  expect(await decide(decider, second)).toMatchObject({ ok: true });
  const booked = {
    line: LINE,
    ceilingYear: 2026,
    committedCents: euros(8_000),
    releasedCents: 0,
    objectionCents: 0,
  };
  expect(await bookedByYearView(holder)).toEqual([
    { ...booked, budgetYear: 2027 },
    { ...booked, budgetYear: 2026 },
  ]);
  expect(await ceilings()).toEqual([20_000, 5_000]);
});
