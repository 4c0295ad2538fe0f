import type { Page } from "@playwright/test";
import { expectAccessible } from "../accessible";
import { expect, type SignedIn, test } from "../fixtures";
import { soonShows } from "../soon";

async function fillGrounds(page: Page): Promise<void> {
  await page.getByLabel("Waarom verandert dit?").fill("Besluit bij de Najaarsnota.");
  await page.getByLabel("Waar is dit bekendgemaakt?").fill("Staatscourant 2026, 12345");
  const day = page.getByRole("group", { name: "Datum van bekendmaking" });
  for (const [part, value] of [
    ["Dag", "2"],
    ["Maand", "11"],
    ["Jaar", "2026"],
  ] as const)
    await day.getByLabel(part).fill(value);
}

async function proposeCeiling({ page }: SignedIn, year: number, amount: string): Promise<void> {
  await page.goto(`/budget/lines/werkgeverssubsidie/${year}/amount`);
  await page.getByLabel("Nieuw plafond").fill(amount);
  await fillGrounds(page);
  await page.getByRole("button", { name: "Stel de wijziging voor" }).click();
  await expect(page).toHaveURL("/budget/changes");
}

const change = (page: Page, name: RegExp) => page.getByRole("region", { name });

async function confirm({ page }: SignedIn, name: RegExp): Promise<void> {
  await page.goto("/budget/changes");
  await change(page, name).getByRole("button", { name: "Bevestig de wijziging" }).click();
  await expect(change(page, name).getByText(/^Geldt/)).toBeVisible();
}

test("[J-70] two budget holders set, raise and lower a ceiling", async ({ anOfficial, year }) => {
  const [holder, colleague] = [await anOfficial(["budget_holder"]), await anOfficial(["budget_holder"])];
  const page = holder.page;

  await page.goto(`/budget/lines/werkgeverssubsidie/${year}`);
  await expect(page.getByText("geen plafond vastgesteld")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Plafond vaststellen" }).click();
  await page.getByRole("button", { name: "Stel de wijziging voor" }).click();
  await expect(page.getByRole("alert", { name: /klop(t|pen) nog/ })).toBeVisible();
  await expectAccessible(page);
  await proposeCeiling(holder, year, "1.000.000");
  const first = new RegExp(`${year}: plafond wordt € 1.000.000`);
  await expect(change(page, first).getByText("U stelde dit zelf voor.")).toBeVisible();
  await expect(change(page, first).getByRole("button", { name: "Bevestig" })).toHaveCount(0);
  await confirm(colleague, first);

  await proposeCeiling(holder, year, "1.500.000");
  await confirm(colleague, new RegExp(`${year}: van € 1.000.000 naar € 1.500.000`));
  await proposeCeiling(holder, year, "750.000");
  const lower = new RegExp(`${year}: van € 1.500.000 naar € 750.000`);
  await expect(change(page, lower).getByText("artikel 4:27, tweede lid, Awb")).toBeVisible();
  await expectAccessible(colleague.page);
  await confirm(colleague, lower);

  const auditor = await anOfficial(["auditor"]);
  await auditor.page.goto(`/budget/lines/werkgeverssubsidie/${year}`);
  const figures = auditor.page.getByRole("main");
  await expect(figures.getByText("€ 750.000", { exact: true }).first()).toBeVisible();
  await expect(figures.getByText("€ 1.500.000, voor wie aanvroeg vóór de verlaging")).toBeVisible();
  await expect(figures.getByRole("button")).toHaveCount(0);
  await expectAccessible(auditor.page);
});

test.describe("[J-70] two budget holders change a ceiling on a phone without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  test("[J-70] a proposal can be taken back", async ({ anOfficial, year }) => {
    const holder = await anOfficial(["budget_holder"]);
    await proposeCeiling(holder, year, "5.000");
    const open = change(holder.page, new RegExp(`${year}: plafond wordt € 5.000`));
    await open.getByRole("button", { name: "Trek uw voorstel in" }).click();
    await expect(open.getByText(/Afgewezen door/)).toBeVisible();
  });
});

/** The choice of either total, and the public text after it. */
const FIGURES = {
  printed: {
    label: "Het gedrukte totaal",
    change: /2026: het gedrukte totaal geldt/,
    said: "Wij rekenen met € 11,6 miljoen: het gedrukte totaal.",
  },
  added_up: {
    label: "De regels bij elkaar opgeteld",
    change: /2026: de optelling geldt/,
    said: "Wij rekenen met € 11,9 miljoen: de optelling van de regels.",
  },
};

/** In 2026, because a past year does not change; a day after what an earlier test chose, with the other choice. */
test("[J-71] two budget holders decide which total of 2026 binds", {
  tag: "@alone",
}, async ({ anOfficial, travelTo, visitor, sql }) => {
  const [last] = await sql<{ figure: string }[]>`
    select figure from ceiling_changes where kind = 'resolve' and confirmed_at is not null order by confirmed_at desc limit 1`;
  await travelTo(last ? "2026-11-17" : "2026-11-16");
  const [holder, colleague] = [await anOfficial(["budget_holder"]), await anOfficial(["budget_holder"])];
  const { label, change: title, said } = FIGURES[last?.figure === "printed" ? "added_up" : "printed"];
  const { page } = holder;
  await page.goto("/budget");
  await expect(
    page.getByRole("heading", { name: last ? "Totaal van 2026 vastgelegd" : "Twee totalen voor 2026" }),
  ).toBeVisible();
  await page
    .getByRole("link", { name: last ? "Bekijk of herzie deze keuze" : "Leg vast welk totaal geldt" })
    .click();
  await expect(page.getByText("€ 11.600.000").first()).toBeVisible();
  await expect(page.getByText("€ 11.900.000").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: label }).check();
  await fillGrounds(page);
  await page.getByRole("button", { name: "Stel deze keuze voor" }).click();
  await expect(page).toHaveURL("/budget/changes");
  await confirm(colleague, title);

  await page.goto("/budget");
  await expect(page.getByRole("heading", { name: "Totaal van 2026 vastgelegd" })).toBeVisible();
  await soonShows(visitor, "/budget", visitor.getByText(said));

  await travelTo("2027-01-04");
  const later = await anOfficial(["budget_holder"]);
  await later.page.goto("/budget");
  await expect(later.page.getByText(said)).toBeVisible();
  await expect(later.page.getByRole("heading", { name: "Totaal van 2026 vastgelegd" })).toHaveCount(0);
});
