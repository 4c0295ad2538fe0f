import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { tabTo } from "./keys";
import { aFiling, anEmptyDraft } from "./prepared";
import { holdPosts } from "./slow-line";

const button = (page: Page, name: string) => page.getByRole("button", { name });

test("the first Tab stop skips the menu", async ({ visitor: page }) => {
  await page.goto("/budget");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Direct naar de inhoud" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  const isInside = await page.evaluate(() =>
    document.querySelector("main")?.contains(document.activeElement),
  );
  expect(isInside).toBe(true);
});

test("[J-05] an employer fills in, corrects and saves a part by keyboard", async ({ anEmployer }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const id = await anEmptyDraft(employer);
  await page.goto(`/applications/${id}`);
  await tabTo(page, page.getByRole("link", { name: "Bankrekening" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/bank$/);
  await tabTo(page, button(page, "Opslaan en verder"));
  await page.keyboard.press("Enter");
  const summary = page.getByRole("alert", { name: /klop(t|pen) nog/ });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Fout: /);

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("[name=iban]")).toBeFocused();
  await page.keyboard.type("NL91 ABNA 0417 1643 00");
  await tabTo(page, page.locator("[name=accountName]"));
  await page.keyboard.type("Voorbeeld BV");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/\/bank$/);
  await page.goto(`/applications/${id}/bank`);
  await expect(page.locator("[name=accountName]")).toHaveValue("Voorbeeld BV");
});

test("[J-05] a second sending before the answer to the first is sent after it", async ({ anEmployer }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const id = await anEmptyDraft(employer);
  await page.goto(`/applications/${id}/bank`);
  const letThrough = await holdPosts(page, /\/bank$/);
  await button(page, "Opslaan en verder").press("Enter");
  await expect(page.getByRole("alert", { name: /klop(t|pen) nog/ })).toBeFocused();
  await page.locator("[name=iban]").fill("NL91 ABNA 0417 1643 00");
  await page.locator("[name=accountName]").fill("Voorbeeld BV");
  await page.keyboard.press("Enter");
  letThrough();
  await expect(page).not.toHaveURL(/\/bank$/);
  await page.goto(`/applications/${id}/bank`);
  await expect(page.locator("[name=accountName]")).toHaveValue("Voorbeeld BV");
});

test("[J-06] a reviewer finds a case and takes it up by keyboard", async ({ anEmployer, anOfficial }) => {
  const { id } = await aFiling(await anEmployer());
  const { page } = await anOfficial(["reviewer"]);
  await page.goto(`/cases/${id}`);
  await tabTo(page, button(page, "In behandeling nemen"));
  await page.keyboard.press("Enter");
  const propose = page.getByRole("link", { name: "Voorstel maken" });
  await tabTo(page, propose);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/cases/${id}/propose`);
});
