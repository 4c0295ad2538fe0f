import type { Page } from "@playwright/test";
import type postgres from "postgres";
import { type Day, dayOf, yearOf } from "../../lib/dates";
import { cents, formatMoney } from "../../lib/money";
import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, propose, takeUp } from "../prepared";

/** These set the clock of the database forward, so that they run by themselves when all others have ended. */
const ALONE = { tag: "@alone" };
const LEAF = "werkgeverssubsidie";
const OTHER = "startbaan-experimenten";
const YEAR = yearOf(dayOf(new Date()));

/** Nobody else stands before it, nor beside it, and its ceiling has room for it. */
const letFit = (sql: postgres.Sql, id: string) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = ${`${YEAR - 1}-11-30`} where id = ${id}`;
    await tx`update ceilings set ceiling_cents = greatest(ceiling_cents, committed_cents + reserved_cents + 800000)
      where year = ${YEAR} and line_id in ('vjn-2025', 'actieagenda', ${LEAF})`;
  });

test(
  "[J-147] on 5 January a decider grants an application of last year on the ceiling of its window",
  ALONE,
  async ({ anEmployer, anOfficial, signedInAgain, travelTo, sql }) => {
    test.setTimeout(180_000);
    const filedOn: Day = `${YEAR}-12-29`;
    await travelTo(filedOn);
    const employer = await anEmployer();
    const { id } = await aFiling(employer, { today: filedOn });
    await letFit(sql, id);

    await travelTo(`${YEAR + 1}-01-05`);
    await signedInAgain(employer);
    const [reviewer, decider] = [await anOfficial(["reviewer"]), await anOfficial(["decider"])];
    await takeUp(reviewer, id);
    await propose(reviewer, id, ["1"]);

    const { page } = decider;
    await page.goto(`/cases/${id}/decide`);
    await expect(page.getByRole("heading", { name: `Budget ${YEAR}` })).toBeVisible();
    await picture(page, "decide");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Besluit nemen" }).click();
    await expect(page).toHaveURL(`/cases/${id}`);
    await employer.page.goto(`/applications/${id}`);
    await expect(employer.page.getByRole("heading", { name: /^U krijgt €\s8\.000/ })).toBeVisible();

    const { page: holder } = await anOfficial(["budget_holder"]);
    await holder.goto("/budget");
    await holder.getByRole("link", { name: "Verplichtingen per begrotingsjaar" }).click();
    const row = holder
      .getByRole("row")
      .filter({ has: holder.getByRole("rowheader", { name: String(YEAR + 1) }) });
    const [booked] = await sql<{ cents: number }[]>`select sum(amount_cents)::int as cents from ledger_entries
      where line_id = ${LEAF} and year = ${YEAR} and budget_year = ${YEAR + 1} and kind = 'commitment'`;
    await expect(row.filter({ hasText: `Werkgeverssubsidie ${YEAR}` })).toContainText(
      formatMoney(cents(booked?.cents ?? 0)),
    );
    await picture(holder, "commitments");
    await expectAccessible(holder);
  },
);

async function fillGrounds(page: Page): Promise<void> {
  await page.getByLabel("Waarom verandert dit?").fill("Over alle aanvragen is besloten.");
  await page.getByLabel("Waar is dit bekendgemaakt?").fill("Staatscourant 2026, 54321");
  const day = page.getByRole("group", { name: "Datum van bekendmaking" });
  for (const [part, value] of Object.entries({ Dag: "2", Maand: "11", Jaar: "2026" }))
    await day.getByLabel(part).fill(value);
}

test(
  "[J-148] two budget holders move free money of a past year to another ceiling",
  ALONE,
  async ({ anOfficial, travelTo, sql, year }) => {
    for (const [line, of] of [
      [LEAF, year],
      [OTHER, year + 1],
    ] as const)
      await sql`insert into ceilings (line_id, year, ceiling_cents, source, decided_by)
        values (${line}, ${of}, 5000000, 'proef', 'proef')`;
    await travelTo(`${year + 1}-01-05`);
    const [holder, colleague] = [await anOfficial(["budget_holder"]), await anOfficial(["budget_holder"])];
    const { page } = holder;
    await page.goto(`/budget/lines/${LEAF}/${year}`);
    await page.getByRole("link", { name: "Vrij geld verplaatsen" }).click();
    await expect(page.getByText(/Er is €\s50\.000 vrij/)).toBeVisible();
    await page.getByLabel("Naar welk plafond gaat het geld?").selectOption(`${OTHER}-${year + 1}`);
    await page.getByLabel("Hoeveel gaat er over?").fill("60.000");
    await fillGrounds(page);
    await page.getByRole("button", { name: "Stel de verplaatsing voor" }).click();
    await expect(page.getByText(/Er is €\s50\.000 vrij\. Meer/).first()).toBeVisible();
    await picture(page, "transfer");
    await expectAccessible(page);
    await page.getByLabel("Hoeveel gaat er over?").fill("20.000");
    await page.getByRole("button", { name: "Stel de verplaatsing voor" }).click();
    await expect(page).toHaveURL("/budget/changes");

    const moves = new RegExp(`${year}: € 20\\.000 gaat naar`);
    const change = (on: Page, name: RegExp) => on.getByRole("region", { name });
    await colleague.page.goto("/budget/changes");
    await change(colleague.page, moves).getByRole("button", { name: "Bevestig de wijziging" }).click();
    await expect(change(colleague.page, moves).getByText(/^Geldt/)).toBeVisible();
    await expect(change(colleague.page, new RegExp(`${year + 1}: € 20\\.000 komt van`))).toBeVisible();
    await expectAccessible(colleague.page);
    await page.goto(`/budget/lines/${LEAF}/${year}`);
    await expect(page.getByText("€ 30.000", { exact: true }).first()).toBeVisible();
    await page.goto(`/budget/lines/${OTHER}/${year + 1}`);
    await expect(page.getByText("€ 70.000", { exact: true }).first()).toBeVisible();
  },
);
