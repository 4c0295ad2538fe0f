import { expect, type Locator, type Page } from "@playwright/test";

/** Pages for visitors are cached for two seconds: opens one until it shows a recent change. */
export async function soonShows(page: Page, path: string, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(shown).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
