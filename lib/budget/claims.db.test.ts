import { beforeEach, expect, test } from "vitest";
import { aCaseToComplete, aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember, theBudget, withoutCeilings } from "@/db/testing/factories";
import { dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { euros } from "@/lib/money";
import { meterFile } from "@/lib/publication/meter";
import { foldClaims } from "./commands/fold-claims";
import { budgetOverview } from "./queries/budget-overview";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const YEAR = yearOf(dayOf(clock?.now ?? new Date(0)));
const reviewer = await aStaffMember(sql, ["reviewer"]);
const decider = await aStaffMember(sql, ["decider"]);

beforeEach(async () => {
  await sql`truncate ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
  await withoutCeilings(sql);
  await theBudget(sql, YEAR, { "werkgeverssubsidie-vrouwen": 10_000 });
});

const rows = () => sql<{ n: number }[]>`select count(*)::int as n from claims`;
/** The claimed amounts on the public meter, by line. */
async function asked(): Promise<Record<string, number | null>> {
  const { lines } = await budgetOverview(YEAR, YEAR);
  return Object.fromEntries(lines.map(({ id, years }) => [id, years[0]?.claimedCents ?? null]));
}
const counted = async () =>
  (
    await sql<{ scheme: string; cents: number }[]>`
      select line_id, sum(amount_cents)::int as cents from claims group by line_id having sum(amount_cents) <> 0 order by line_id`
  ).map(({ scheme, cents }) => [scheme, cents]);

test("a filed application counts on its scheme and above until it is decided, withdrawn or refused", async () => {
  expect((await asked()).werkgeverssubsidie).toBe(0);
  const withdrawn = await aFiledApplication(sql, { tracks: ["general", "women"] });
  const granted = await aProposedCase(sql, { reviewer });
  const refused = await aProposedCase(sql, {
    reviewer,
    choice: { granted: [], grounds: ["conditions"], explanation: "Het plan is te mager." },
  });
  await aCaseToComplete(sql, { reviewer });
  await aFiledApplication(sql, { scheme: "startbaan" });
  const startbaan = (await asked())["startbaan-experimenten"] ?? 0;
  expect(startbaan).toBeGreaterThan(0);
  const of = (amount: number) => ({
    werkgeverssubsidie: euros(amount),
    actieagenda: euros(amount),
    "vjn-2025": euros(amount) + startbaan,
    "werkgeverssubsidie-vrouwen": null,
    taaleis: null,
  });
  expect(await asked()).toMatchObject(of(38_000));
  await withdrawApplication(withdrawn.actor, withdrawn);
  expect(await asked()).toMatchObject(of(24_000));
  for (const it of [granted, refused]) expect((await decide(decider, it)).ok).toBe(true);
  expect(await asked()).toMatchObject(of(8_000));
});

test("merging and recounting change only the number of rows", async () => {
  for (let made = 0; made < 3; made++) await aProposedCase(sql, { reviewer });
  await aFiledApplication(sql, { scheme: "startbaan" });
  const before = [await counted(), await asked()];
  await Promise.all([foldClaims(), foldClaims()]);
  expect([await counted(), await asked()]).toEqual(before);
  expect(await rows()).toEqual([{ n: 2 }]);
  await sql`select recount_claims()`;
  expect([await counted(), await asked()]).toEqual(before);
});

test("the file has a row per line and year, in euros, and only sums", async () => {
  await aFiledApplication(sql);
  const file = meterFile(await budgetOverview(YEAR, YEAR));
  expect(file.regels.find(({ regel }) => regel === "werkgeverssubsidie")).toEqual({
    ...{ regel: "werkgeverssubsidie", jaar: YEAR, plafondEuro: 10_000_000, toegekendEuro: 0 },
    buitenPlafondEuro: 0,
    ...{ aangevraagdEuro: 8_000, apartEuro: 10_000, vrijEuro: 9_990_000, voorbeeld: false },
  });
});
