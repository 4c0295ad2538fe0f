import * as z from "zod";
import { dayOf, yearOf } from "../lib/dates";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { aFiling, decide, propose, takeUp } from "./prepared";

type Properties = Record<string, { type?: string }>;

/** A row of the CSV file as the description says of each field what it is. */
const typed = (values: readonly string[], properties: Properties) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, { type }], place) => {
      const value = values[place] ?? "";
      return [
        name,
        type === "boolean" ? value === "true" : type === "string" || !type ? value : Number(value),
      ];
    }),
  );

test("[J-61] a visitor finds who got what, on screen and as files that say what they hold", {
  tag: ["@no-js", "@phone"],
}, async ({ visitor: page, anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id, pseudonyms } = await aFiling(employer, { tracks: ["women"] });
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  await propose(reviewer, id, ["1"]);
  await decide(await anOfficial(["decider"]), id);

  await page.goto("/open-data");
  const row = page.getByRole("row", { name: new RegExp(employer.organisationName) });
  await expect(row).toContainText("€ 8.000");

  const csv = await (await page.request.get("/open-data/grants.csv")).text();
  const [head, ...lines] = csv.trim().split("\r\n");
  expect(head).toBe("zaaknummer,werkgever,kvkNummer,regeling,jaar,bedragEuro,besluitdatum,voorbeeld");
  const line = lines.find((text) => text.includes(employer.organisationName));
  expect(line).toMatch(/^\d+,[^,]+,\d{8},werkgeverssubsidie,\d{4},8000,\d{4}-\d\d-\d\d,true$/);

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
  const rows = lines.filter((text) => !text.includes('"')).map((text) => typed(text.split(","), properties));
  expect(rows.length).toBeGreaterThan(0);
  expect(described.parse({ ...file, subsidies: rows })).toEqual({ ...file, subsidies: rows });
  expect(csv + JSON.stringify(subsidies)).not.toContain(pseudonyms[0]);
});

test("[J-65] a visitor sees what is asked and what is left, on the page and as a file that says what it holds", {
  tag: ["@no-js", "@phone"],
}, async ({ visitor: page, anEmployer }) => {
  await aFiling(await anEmployer());
  await page.goto("/budget");
  const card = page.getByRole("region", { name: "Werkgeverssubsidie", exact: true });
  await expect(
    card.getByText(/^Er is €\s[\d.]+ aangevraagd waarover wij nog niet hebben besloten/),
  ).toBeVisible();
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
