import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [1280, 320];

/**
 * What every page must be, wide and narrow: without a single finding of axe (where scripts are on: it is one itself),
 * as wide as its screen, with one heading of the first level and a title of its own before the name of the service.
 * Axe's legacy mode differs in frames only, of which there are none, and takes half the time.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  await expect.soft(page.getByRole("heading", { level: 1 }), where).toHaveCount(1);
  await expect.soft(page, where).toHaveTitle(/\S.* – (Subsidie statushouders|Status holder subsidy)$/);
  const before = page.viewportSize();
  const scripts = test.info().project.use.javaScriptEnabled !== false;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await sideways(page), `${where} at ${width} px scrolls sideways`).toBe(0);
    if (!scripts) continue;
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
    const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    expect.soft(findings, `${where} at ${width} px`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}

/** How many pixels of the page are out of sight to the side. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
    return Math.max(0, scrollWidth - clientWidth);
  });
