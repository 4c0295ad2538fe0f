import { expect, type Page, test } from "@playwright/test";
import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDE = 1280;
const NARROW = 320;

/**
 * Checks a page, wide and narrow: no finding of axe (where scripts are on), no horizontal scrolling, one heading of the
 * first level, and its own title before the name of the service. A test that also runs on a phone checks each width in
 * its own project.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  await expect.soft(page.getByRole("heading", { level: 1 }), where).toHaveCount(1);
  await expect.soft(page, where).toHaveTitle(/\S.* – (Subsidie statushouders|Status holder subsidy)$/);
  const before = page.viewportSize();
  for (const width of widths()) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await sideways(page), `${where} at ${width} px scrolls sideways`).toBe(0);
    if (hasScripts()) await expect.poll(() => findings(page), `${where} at ${width} px`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}

const hasScripts = (): boolean => test.info().project.use.javaScriptEnabled !== false;

function widths(): number[] {
  const { project, tags } = test.info();
  if (project.name === "phone") return [NARROW];
  return project.name === "desktop" && tags.includes("@phone") ? [WIDE] : [WIDE, NARROW];
}

/** The findings of axe, by name of the rule; axe is loaded in the page once. */
async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run({ runOnly: tags, resultTypes: ["violations"], selectors: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, RULES);
}

/** Pixels of the page outside the screen at the side. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
    return Math.max(0, scrollWidth - clientWidth);
  });
