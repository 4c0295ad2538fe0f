import type { Page } from "@playwright/test";
import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";

async function fillDay(page: Page, name: string, day: string): Promise<void> {
  const [year = "", month = "", dayOfMonth = ""] = day.split("-");
  const group = page.getByRole("group", { name });
  await group.getByLabel("Dag").fill(String(Number(dayOfMonth)));
  await group.getByLabel("Maand").fill(String(Number(month)));
  await group.getByLabel("Jaar").fill(year);
}

test("[J-72] two budget holders publish a window, which then never changes", {
  tag: ["@phone", "@no-js"],
}, async ({ anOfficial, anEmployer, sql, year }) => {
  await sql`insert into ceilings (line_id, year, ceiling_cents, source, decided_by)
    values ('startbaan-experimenten', ${year}, 130000000, 'proef', 'proef')`;
  const [holder, colleague] = [await anOfficial(["budget_holder"]), await anOfficial(["budget_holder"])];
  const { page } = holder;
  await page.goto("/budget");
  await page.getByRole("link", { name: "Aanvraagtijdvakken" }).click();
  await page.getByRole("link", { name: "Schrijf een tijdvak op" }).click();
  await page.getByRole("button", { name: "Bewaar het concept" }).click();
  await expect(page.getByRole("alert", { name: /klop(t|pen) nog/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("radio", { name: "Startbaan" }).check();
  await page
    .getByLabel("Welk plafond wordt verdeeld?")
    .selectOption({ value: `startbaan-experimenten-${year}` });
  await fillDay(page, "Eerste dag", `${year}-03-01`);
  await fillDay(page, "Laatste dag", `${year}-02-01`);
  await page.getByRole("radio", { name: "Door loting onder iedereen" }).check();
  await page.getByLabel("Welke regels gelden?").selectOption("startbaan-2026");
  await page.getByLabel("Waar is dit bekendgemaakt?").fill("Staatscourant 2026, 12345");
  await fillDay(page, "Datum van bekendmaking", "2026-11-02");
  await page.getByRole("button", { name: "Bewaar het concept" }).click();
  await expect(page.getByRole("alert").getByText("De laatste dag ligt voor de eerste dag.")).toBeVisible();
  await fillDay(page, "Laatste dag", `${year}-03-31`);
  await page.getByRole("button", { name: "Bewaar het concept" }).click();

  const name = new RegExp(`Startbaan ${year}`, "i");
  const plan = (on: Page) => on.getByRole("region", { name });
  await expect(plan(page).getByText("Concept", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await plan(page).getByRole("link", { name: "Wijzig het concept" }).click();
  await page.getByLabel("Binnen hoeveel weken").fill("22");
  await page.getByRole("button", { name: "Bewaar het concept" }).click();
  await plan(page).getByRole("button", { name: "Stel dit tijdvak voor" }).click();
  await expect(plan(page).getByText("U stelde dit tijdvak zelf voor.")).toBeVisible();
  await expect(plan(page).getByRole("button", { name: "Maak dit tijdvak bekend" })).toHaveCount(0);

  await colleague.page.goto("/budget/windows");
  await expect(plan(colleague.page).getByText("22 weken nadat het tijdvak sluit")).toBeVisible();
  await expect(plan(colleague.page).getByText("€ 1.300.000")).toBeVisible();
  await expectAccessible(colleague.page);
  await plan(colleague.page).getByRole("button", { name: "Stuur terug als concept" }).click();
  await expect(plan(colleague.page).getByText("Concept", { exact: true })).toBeVisible();
  await page.goto("/budget/windows");
  await plan(page).getByRole("button", { name: "Stel dit tijdvak voor" }).click();
  await expect(plan(page).getByText("U stelde dit tijdvak zelf voor.")).toBeVisible();
  await colleague.page.goto("/budget/windows");
  await plan(colleague.page).getByRole("button", { name: "Maak dit tijdvak bekend" }).click();
  await expect(plan(colleague.page).getByText("Bekendgemaakt", { exact: true })).toBeVisible();
  await expect(plan(colleague.page).getByRole("button")).toHaveCount(0);

  const auditor = await anOfficial(["auditor"]);
  await auditor.page.goto("/budget/windows");
  await expect(plan(auditor.page).getByText("Bekendgemaakt", { exact: true })).toBeVisible();
  await expectAccessible(auditor.page);
  const employer = await anEmployer();
  await employer.page.goto("/applications");
  await expect(
    employer.page.getByRole("region", { name }).getByText("In dit tijdvak beslist het lot."),
  ).toBeVisible();
  await expectAccessible(employer.page);
});
