import { type Page, test } from "@playwright/test";

/** A picture of the whole page among the results of the test, when the suite runs with `PICTURES=1`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) {
    await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });
  }
}
