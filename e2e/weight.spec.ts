import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { READING_PAGES } from "../scripts/server/reading-pages";
import { expect, test } from "./fixtures";
import { anEmptyDraft, anEmptyTrajectory } from "./prepared";

/** The framework alone is 125 kB of it: decision 8. */
const FILLING_IN = 220_000;

/** Gzipped bytes of script that a first visit to a page loads. */
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

for (const { path } of READING_PAGES.filter(({ path }) => !path.includes("[id]")))
  test(`${path} is a page to read: it has no script at all`, async ({ visitor: page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(`${request.resourceType()} ${request.url()}`));
    page.on("console", (message) => asked.push(`console ${message.text()}`));
    await page.goto(path.replace("[scheme]", "startbaan"), { waitUntil: "networkidle" });
    expect(await page.locator("script, link[as=script], link[rel=modulepreload]").count()).toBe(0);
    expect(asked.filter((one) => /^(script|console) /.test(one))).toEqual([]);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

test("the longest form has no more script than a form may", async ({ anEmployer }) => {
  const employer = await anEmployer();
  const id = await anEmptyDraft(employer, "startbaan");
  const key = await anEmptyTrajectory(employer, id);
  const weight = await scriptWeight(employer.page, `/applications/${id}/trajectories/${key}`);
  expect(weight).toBeLessThanOrEqual(FILLING_IN);
});

test("a page prefetches nothing", async ({ anEmployer }) => {
  const { page } = await anEmployer();
  const ahead: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "fetch") ahead.push(request.url());
  });
  await page.goto("/applications", { waitUntil: "networkidle" });
  expect(ahead).toEqual([]);
});
