import fc from "fast-check";
import { expect, test } from "vitest";
import { aProposedCase } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import { broken } from "@/db/testing/invariants";
import type { Staff } from "@/lib/actor";
import { bookedByYearView } from "@/lib/budget/queries/booked-by-year";
import { budgetOverview } from "@/lib/budget/queries/budget-overview";
import { lineYear } from "@/lib/budget/queries/line-year";
import { schemeOverview } from "@/lib/budget/queries/scheme-overview";
import type { TrajectoryAmount } from "@/lib/concepts/concept";
import type { Day } from "@/lib/day";
import { yearAhead } from "@/lib/forecast/queries/year-ahead";
import { cents } from "@/lib/money";
import { meterFile } from "@/lib/publication/meter";
import { exportRows } from "@/lib/publication/queries/export-rows";
import { publishedGrants } from "@/lib/publication/queries/published-grants";
import { listApplications } from "@/lib/screens/queries/list-applications";
import { readCase } from "@/lib/screens/queries/read-case";
import { confirmRevision } from "./commands/confirm-revision";
import { decide } from "./commands/decide";
import { proposeRevision } from "./commands/propose-revision";
import { rejectRevision } from "./commands/reject-revision";
import type { Revision } from "./revision";

const { sql } = await testDatabase();
const LEAF = "werkgeverssubsidie";
const YEAR = 2026;
const TODAY: Day = "2026-06-01";
await setClock(new Date("2026-06-01T10:00:00Z"));
const [reviewer, holder, auditor] = await Promise.all(
  (["reviewer", "budget_holder", "auditor"] as const).map((role) => aStaffMember(sql, [role])),
);
const deciders = [await aStaffMember(sql, ["decider"]), await aStaffMember(sql, ["decider"])];
const windowId = await aWindow(sql);

const amounts = fc.uniqueArray(
  fc.record({
    trajectory: fc.integer({ min: 1, max: 3 }),
    amountCents: fc.integer({ max: 820_000 }).map((n) => cents(Math.abs(n))),
  }),
  { selector: ({ trajectory }) => trajectory, maxLength: 2 },
);
type Revising = {
  on: number;
  revision: Revision;
  keep: number[];
  amounts: TrajectoryAmount[];
  by: number;
  isRejected: boolean;
};
/** A revision of one of the grants: what is proposed, who confirms it, and whether it is turned down instead. */
const revisions = fc.record({
  on: fc.nat(2),
  revision: fc.constantFrom<Revision>("lower", "lower", "grant_on_objection"),
  keep: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
  amounts: fc.oneof(fc.constant<TrajectoryAmount[]>([]), amounts),
  by: fc.nat(1),
  isRejected: fc.nat(6).map((n) => n === 0),
});
const lives = fc.record({
  room: fc.constantFrom(30_000, 42_000, 70_000),
  women: fc.constantFrom(0, 9_000),
  first: fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 3 })), { minLength: 3, maxLength: 3 }),
  sequence: fc.array(revisions, { minLength: 8, maxLength: 14 }),
});

type Case = Awaited<ReturnType<typeof aProposedCase>>;
let done: Set<string>;

/** One grant or refusal, with whatever part of it is chosen. */
async function begin(granted: number[]): Promise<Case> {
  const all = granted.length === 3;
  const it = await aProposedCase(sql, {
    ...{ windowId, reviewer: reviewer as Staff, tracks: ["general", "women", "general"] as const },
    choice: { granted, grounds: all ? [] : ["conditions"], explanation: all ? "" : "Te mager." },
  });
  await decide(deciders[0] as Staff, it);
  return it;
}

async function revise(it: Case, { revision, keep, amounts: typed, by, isRejected }: Revising) {
  const { applicationId } = it;
  const proposed = await proposeRevision(reviewer as Staff, {
    ...{ applicationId, revision, keep, amounts: typed, explanation: "Zo is het nu." },
    ...(revision === "lower" && { askedOn: TODAY }),
  });
  if (!proposed.ok) return void done.add(proposed.refusal.reason);
  const [{ version } = { version: 0 }] = await sql<{ version: number }[]>`
    select version from applications where id = ${applicationId}`;
  const seen = { applicationId, version, ...proposed.value };
  if (!isRejected) {
    const confirmed = await confirmRevision(deciders[by] as Staff, seen);
    done.add(confirmed.ok ? `${revision} confirmed` : confirmed.refusal.reason);
    if (confirmed.ok) return;
  }
  await rejectRevision(deciders[by] as Staff, { ...seen, reason: "Nog eens bekijken." });
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
const euros = (amount: unknown) => Math.round(Number(amount) * 100);

/** The total granted on the ceiling of the scheme, by every page, file and report that states it. */
async function totals(cases: readonly Case[]): Promise<Record<string, number>> {
  const [official, holds] = [auditor as Staff, holder as Staff];
  const overview = await budgetOverview(YEAR, YEAR);
  const yearOf = (line: string) => overview.lines.find(({ id }) => id === line)?.years[0];
  const meter = meterFile(overview).regels.find(({ regel }) => regel === LEAF);
  const scheme = (await schemeOverview()).find((each) => each.scheme === LEAF);
  const exported = async (dataset: "cases" | "ledger" | "commitments", field: string) => {
    const rows: Record<string, unknown>[] = [];
    for await (const page of exportRows(holds, {
      dataset,
      scheme: "all",
      year: String(YEAR) as never,
      format: "csv",
    }))
      rows.push(...page);
    return sumOf(rows.map((row) => euros(row[field])));
  };
  const each = await Promise.all(
    cases.map(async ({ applicationId, actor }) => {
      const view = await readCase(official, applicationId);
      const [own] = (await listApplications(actor)).filter(({ id }) => id === applicationId);
      return {
        awarded: view?.awardedCents ?? 0,
        newest: view?.decision?.amountCents ?? 0,
        lines: sumOf((view?.decision?.lines ?? []).map(({ amountCents }) => amountCents)),
        own: own?.awardedCents ?? 0,
      };
    }),
  );
  const page = await lineYear(official, LEAF, YEAR);
  return {
    applications: sumOf(each.map(({ awarded }) => awarded)),
    "newest decisions": sumOf(each.map(({ newest }) => newest)),
    "their lines": sumOf(each.map(({ lines }) => lines)),
    "the employers' lists": sumOf(each.map(({ own }) => own)),
    "the budget page": yearOf(LEAF)?.grantedCents ?? -1,
    "the line above": yearOf("actieagenda")?.grantedCents ?? -1,
    "the page of the line": page.amounts?.grantedCents ?? -1,
    "its entries": sumOf(page.entries.map(({ amountCents }) => amountCents)),
    "the meter": euros(meter?.toegekendEuro),
    "the start page": scheme?.figures?.grantedCents ?? -1,
    "the year ahead": (await yearAhead(official, { line: LEAF, year: YEAR })).grantedCents,
    "published grants": sumOf((await publishedGrants({}, 100)).map(({ amountCents }) => amountCents)),
    "the export of cases": await exported("cases", "toegekendEuro"),
    "the export of the ledger": await exported("ledger", "bedragEuro"),
    "the export of commitments": await exported("commitments", "saldoEuro"),
    "commitments by year": sumOf(
      (await bookedByYearView(official)).map(
        ({ committedCents, releasedCents, objectionCents }) =>
          committedCents + releasedCents + objectionCents,
      ),
    ),
  };
}

/** The trajectories that evaluation counts as granted. */
async function counted(): Promise<number> {
  const [row] = await sql.begin(async (tx) => {
    await tx`select set_config('app.kind', 'staff', true), set_config('app.roles', 'auditor', true)`;
    return tx<{ n: number }[]>`select coalesce(sum(count), 0)::int as n from evaluation_counts(${YEAR})
      where dimension = 'track' and outcome = 'granted'`;
  });
  return row?.n ?? -1;
}

test("whatever decisions follow each other, every page, file and report states the same total", {
  timeout: 400_000,
}, async () => {
  done = new Set();
  await fc.assert(
    fc.asyncProperty(lives, async ({ room, women, first, sequence }) => {
      await sql`truncate ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
      await withoutCeilings(sql);
      await theBudget(sql, YEAR, { [LEAF]: room, "werkgeverssubsidie-vrouwen": women });
      const cases: Case[] = [];
      for (const granted of first) cases.push(await begin(granted));
      for (const each of sequence) await revise(cases[each.on] as Case, each);
      const found = await totals(cases);
      expect(new Set(Object.values(found)), JSON.stringify(found)).toHaveProperty("size", 1);
      const [granted] = await sql<{ n: number }[]>`
        select count(distinct (application_id, trajectory))::int as n from (
          select application_id, trajectory from ledger_entries group by 1, 2 having sum(amount_cents) > 0) booked`;
      expect(await counted()).toBe(granted?.n);
      const { rank_day: _of, ...wrong } = await broken(sql);
      expect(wrong).toEqual({});
    }),
    { numRuns: 15, seed: 2026, endOnFailure: true },
  );
  for (const each of ["lower confirmed", "grant_on_objection confirmed", "first-decider", "beyond-worth"])
    expect(done).toContain(each);
});
