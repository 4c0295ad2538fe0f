import { afterEach, describe, expect, test } from "vitest";
import { aCaseInReview, aCaseToComplete, aProposedCase, intend, sinceDaysAgo } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember, theBudget } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import { notTreatedDeadline, objectionDeadline } from "@/lib/calendar/terms";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { addDays, type Day, dayOf, yearOf } from "@/lib/dates";
import { type DueFilter, hrefOf, readFilter } from "@/lib/deadlines/overview";
import { decide } from "@/lib/decisions/commands/decide";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { listDue } from "./list-due";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
await theBudget(sql, yearOf(TODAY));
afterEach(() => setClock(null));

/** Every page of the list that an official sees, for one application. */
async function dueOf(actor: Staff, applicationId: string, filter: DueFilter = { isMine: false }) {
  const found: [kind: string, dueOn: Day][] = [];
  let seen: string[] = [];
  for (let at: DueFilter | undefined = filter; at; ) {
    const { items, next } = await listDue(actor, at);
    found.push(
      ...items
        .filter(({ id }) => id === applicationId)
        .map(({ kind, dueOn }) => [kind, dueOn] as [string, Day]),
    );
    seen = [...seen, ...items.map(({ dueOn }) => dueOn)];
    at =
      next &&
      readFilter(Object.fromEntries(new URL(hrefOf({ ...filter, after: next }), "http://x").searchParams));
  }
  expect(seen).toEqual([...seen].sort());
  return found.sort();
}
const lastDayToDecide = async (applicationId: string): Promise<Day> =>
  (await sql<{ due: Day }[]>`select due_on::text as due from applications where id = ${applicationId}`)[0]
    ?.due ?? "";
const listed = async (applicationId: string): Promise<Day> =>
  (
    await sql<
      { due: Day }[]
    >`select due_on::text as due from work_items where application_id = ${applicationId}`
  )[0]?.due ?? "";

describe("the due rows of a case", () => {
  test("are its decision and, while a request to complete is open, the answer", async () => {
    const it = await aCaseInReview(sql);
    const dueOn = await lastDayToDecide(it.applicationId);
    expect(await dueOf(it.reviewer, it.applicationId)).toEqual([["decision", dueOn]]);
    const asked = await aCaseToComplete(sql);
    const [request] = await sql<
      { due: Day }[]
    >`select due_on::text as due from completion_requests where id = ${asked.requestId}`;
    expect(await dueOf(asked.reviewer, asked.applicationId)).toEqual([
      ["completion", request?.due],
      ["decision", await lastDayToDecide(asked.applicationId)],
    ]);
    const untilOn = addDays(TODAY, 14);
    const intended = await intend(it.reviewer, {
      ...{ applicationId: it.applicationId, version: it.version, untilOn },
      ...{ grounds: ["false_data"], explanation: "Volgens het register staat de zaak stil." },
    });
    expect(intended.ok).toBe(true);
    expect(await dueOf(it.reviewer, it.applicationId)).toEqual([
      ["decision", dueOn],
      ["response", untilOn],
    ]);
  });

  test("are the decision not to treat after a lapse, for four weeks", async () => {
    const it = await aCaseToComplete(sql);
    const [row] = await sql<{ days: number }[]>`
      select due_on - ${TODAY}::date + 1 as days from completion_requests where id = ${it.requestId}`;
    await sinceDaysAgo(sql, it.applicationId, row?.days ?? 0);
    expect((await lapseCompletion(it.reviewer, it)).ok).toBe(true);
    const lastDay = notTreatedDeadline(addDays(TODAY, -1));
    const notTreat = () => dueOf(it.reviewer, it.applicationId, { isMine: true, kind: "not_treat" });
    expect(await notTreat()).toEqual([["not_treat", lastDay]]);
    await setClock(new Date(`${lastDay}T11:00:00Z`));
    expect(await notTreat()).toEqual([["not_treat", lastDay]]);
    await setClock(new Date(`${addDays(lastDay, 1)}T11:00:00Z`));
    expect(await notTreat()).toEqual([]);
  });

  test("are the end of the term to object once the letter is published, and no decision any more", async () => {
    const it = await aProposedCase(sql);
    const decider = await aStaffMember(sql, ["decider"]);
    expect((await decide(decider, it)).ok).toBe(true);
    await publishLetter({ kind: "decision", applicationId: it.applicationId, about: String(it.version + 1) });
    const budgetHolder = await aStaffMember(sql, ["budget_holder"]);
    expect(await dueOf(budgetHolder, it.applicationId)).toEqual([["objection", objectionDeadline(TODAY)]]);
  });
});

test("a page follows the one before it without a gap, whatever the filters", async () => {
  const reviewer = await aStaffMember(sql, ["reviewer"]);
  const ids: string[] = [];
  for (let n = 0; n < 27; n++) ids.push((await aCaseInReview(sql, { reviewer })).applicationId);
  const mine: DueFilter = { isMine: true };
  const first = await listDue(reviewer, mine);
  expect(first.items).toHaveLength(25);
  const second = await listDue(reviewer, { ...mine, ...(first.next && { after: first.next }) });
  expect(second.next).toBeUndefined();
  expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(ids.sort());
  expect(await dueOf(reviewer, ids[26] ?? "")).toHaveLength(1);
});

test("the work list has the same last day as the application, moved while a request is open", async () => {
  const it = await aCaseInReview(sql);
  expect(await listed(it.applicationId)).toBe(await lastDayToDecide(it.applicationId));
  const asked = await aCaseToComplete(sql);
  expect(await listed(asked.applicationId)).toBe(await lastDayToDecide(asked.applicationId));
});
