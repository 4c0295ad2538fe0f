import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { anEmptyDraft } from "../prepared";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("[J-11] a visitor chooses English, stays on the page, and goes back to Dutch", {
  tag: ["@phone", "@no-js"],
}, async ({ visitor: page }) => {
  await page.goto("/sign-in?next=/applications");
  await press(page, "English");
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect(page).toHaveURL("/sign-in?next=/applications");
  await expect(page.locator("html")).toHaveAttribute("lang", "en-NL");
  await page.goto("/schemes/werkgeverssubsidie");
  await expect(heading(page, "Employer subsidy: the conditions")).toBeVisible();
  await expect(page.getByText("€ 24.000").first()).toBeVisible();
  await page.goto("/budget");
  await expect(page.getByText(/As of \d+ \w+ 20\d\d at \d\d:\d\d/)).toBeVisible();
  await press(page, "Nederlands");
  await expect(heading(page, "Budget: wat er is en wat er over is")).toBeVisible();
  await expect(page).toHaveURL("/budget");
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
});

test("[J-11] an employer fills in a form in English and reads in English what is wrong", {
  tag: "@no-js",
}, async ({ anEmployer, sql }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const id = await anEmptyDraft(employer);
  await page.goto(`/applications/${id}/bank`);
  await press(page, "English");
  await expect(heading(page, "To which account should the money go?")).toBeVisible();
  expect(await sql`select locale from people where id = ${employer.personId}`).toEqual([{ locale: "en-NL" }]);
  await page.getByLabel("To which account should we pay the subsidy?").fill("NL91 ABNA 0417 1643 01");
  await press(page, "Save and continue");
  await expect(page.getByRole("alert", { name: "2 things are not right yet" })).toBeVisible();
  await expect(page.getByText("This account number is not right.").first()).toBeVisible();
  await expect(page.getByLabel("To which account should we pay the subsidy?")).toHaveValue(
    "NL91 ABNA 0417 1643 01",
  );
});
