import { randomInt } from "node:crypto";
import * as z from "zod";
import { dayOf, yearOf } from "../lib/dates";
import { describedRows } from "../lib/publication/testing/read-csv";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { aFiling, decide, propose, takeUp } from "./prepared";
import { soonShows } from "./soon";

test("[J-61] a visitor finds the grants, on screen and as files with a description", {
  tag: ["@no-js", "@phone"],
}, async ({ visitor: page, anEmployer, anOfficial }) => {
  const employer = await anEmployer({ named: `=Bakkerij "De Oven", ${randomInt(100_000, 999_999)}` });
  const { id, pseudonyms } = await aFiling(employer, { tracks: ["women"] });
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  await propose(reviewer, id, ["1"]);
  await decide(await anOfficial(["decider"]), id);

  const row = page.getByRole("row").filter({ hasText: employer.organisationName });
  await soonShows(page, "/open-data", row);
  await expect(row).toContainText("€ 8.000");

  const csv = await (await page.request.get("/open-data/grants.csv")).text();
  const answer = await page.request.get("/open-data/grants.json");
  expect(answer.headers()["content-disposition"]).toContain("attachment");
  expect(answer.headers()["content-security-policy"]).toContain("sandbox");
  const { subsidies } = await answer.json();
  const schema = await (await page.request.get("/open-data/schema.json")).json();
  const { required, properties } = schema.properties.subsidies.items;
  expect(Object.keys(properties)).toEqual(required);
  const described = z.fromJSONSchema(schema);
  const file = await answer.json();
  expect(described.parse(file)).toEqual(file);
  expect(described.safeParse({ ...file, subsidies: [{ ...subsidies[0], kvkNummer: "123" }] }).success).toBe(
    false,
  );
  const rows = describedRows(csv, properties);
  expect(described.parse({ ...file, subsidies: rows })).toEqual({ ...file, subsidies: rows });
  const own = { regeling: "werkgeverssubsidie", bedragEuro: 8000, voorbeeld: true };
  const named = (name: string) => expect.objectContaining({ werkgever: name, ...own });
  expect(subsidies).toContainEqual(named(employer.organisationName));
  expect(rows).toContainEqual(named(`'${employer.organisationName}`));
  expect(csv + JSON.stringify(subsidies)).not.toContain(pseudonyms[0]);
});

test("[J-65] a visitor sees claimed and free amounts, on the page and as a file with a description", {
  tag: ["@no-js", "@phone"],
}, async ({ visitor: page, anEmployer }) => {
  await aFiling(await anEmployer());
  const card = page.getByRole("region", { name: /^Werkgeverssubsidie \d{4}$/ });
  const asked = card.getByText(/^Er is €\s[\d.]+ aangevraagd waarover wij nog niet hebben besloten/);
  await soonShows(page, "/budget", asked);
  await expectAccessible(page);
  const answer = await page.request.get("/open-data/budget.json");
  expect(answer.headers()["cache-control"]).toBe("public, max-age=60");
  const file = await answer.json();
  const { regels } = file;
  const schema = await (await page.request.get("/open-data/budget-schema.json")).json();
  const described = z.fromJSONSchema(schema);
  expect(described.parse(file)).toEqual(file);
  expect(described.safeParse({ ...file, regels: [{ ...regels[0], jaar: "2026" }] }).success).toBe(false);
  const own = regels.find(
    (line: { regel: string; jaar: number }) =>
      line.regel === "werkgeverssubsidie" && line.jaar === yearOf(dayOf(new Date())),
  );
  expect(own.aangevraagdEuro).toBeGreaterThanOrEqual(8_000);
  await page.goto("/open-data");
  await expect(page.getByRole("link", { name: "Download de stand van het budget (JSON)" })).toBeVisible();
});
