import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [1280, 320];

/**
 * What every page must be, wide and narrow: without a single finding of axe, as wide as its screen, with one heading
 * of the first level and a title of its own before the name of the service.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  await expect.soft(page.getByRole("heading", { level: 1 }), where).toHaveCount(1);
  await expect.soft(page, where).toHaveTitle(/\S.* – (Subsidie statushouders|Status holder subsidy)$/);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await sideways(page), `${where} at ${width} px scrolls sideways`).toBe(0);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    expect.soft(findings, `${where} at ${width} px`).toEqual([]);
  }
}

/** How many pixels of the page are out of sight to the side. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
    return Math.max(0, scrollWidth - clientWidth);
  });

/** Stands in for `expectAccessible` where scripts are off: axe itself is one. */
export const notWithoutScripts = async (_page: Page): Promise<void> => {};
