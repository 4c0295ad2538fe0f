import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { anEmptyDraft, anEmptyTrajectory } from "./prepared";

/** The framework alone is 125 kB of it: decision 8. */
const READING = 155_000;
const FILLING_IN = 220_000;

/** How many bytes of script a browser that comes for the first time gets with a page, gzipped. */
async function scriptWeight(page: Page, path: string): Promise<number> {
  const html = await (await page.request.get(path)).text();
  const tags = html.matchAll(/<script\b(?![^>]*noModule)[^>]*\bsrc="([^"]+)"/gi);
  const inPage = [...tags].map(([, address = ""]) => address);
  await page.goto(path, { waitUntil: "networkidle" });
  const fetched = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith(".js")),
  );
  const all = new Set([...inPage, ...fetched].map((address) => new URL(address, page.url()).href));
  const sizes = await Promise.all(
    [...all].map(async (address) => gzipSync(await (await page.request.get(address)).body()).length),
  );
  expect(sizes.length).toBeGreaterThan(0);
  return sizes.reduce((total, size) => total + size, 0);
}

for (const path of ["/", "/budget"])
  test(`${path} brings no more script than a page to read may`, async ({ visitor: page }) => {
    expect(await scriptWeight(page, path)).toBeLessThanOrEqual(READING);
  });

test("the longest form brings no more script than a form may", async ({ anEmployer }) => {
  const employer = await anEmployer();
  const id = await anEmptyDraft(employer, "startbaan");
  const key = await anEmptyTrajectory(employer, id);
  const weight = await scriptWeight(employer.page, `/applications/${id}/trajectories/${key}`);
  expect(weight).toBeLessThanOrEqual(FILLING_IN);
});
