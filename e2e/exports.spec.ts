import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";
import { aFiling } from "./prepared";

test("[J-62] an official exports cases as a spreadsheet, which is recorded", {
  tag: ["@no-js", "@phone"],
}, async ({ anEmployer, anOfficial, sql }) => {
  await aFiling(await anEmployer());
  const { page, personId } = await anOfficial(["auditor"]);
  await page.goto("/exports");
  await page.getByLabel("Tekst met komma’s (CSV)").check();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Maak het bestand" }).click();
  const file = await waiting;
  expect(readFileSync(await file.path(), "utf8").split("\n")[0]).not.toContain("trajecten");
  expect(file.suggestedFilename()).toMatch(/^cases-all-20\d\d\.csv$/);
  const events = await sql`select payload ->> 'dataset' as dataset from events where person_id = ${personId}`;
  expect(events.map(({ dataset }) => dataset)).toEqual(["cases"]);
});
