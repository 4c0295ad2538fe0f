import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { aFiling, decide, propose, takeUp } from "./prepared";

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
  for (const grant of subsidies) expect(Object.keys(grant)).toEqual(required);
  expect(Object.keys(properties)).toEqual(required);
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
  const { regels } = await answer.json();
  const schema = await (await page.request.get("/open-data/budget-schema.json")).json();
  const { required } = schema.properties.regels.items;
  for (const line of regels) expect(Object.keys(line)).toEqual(required);
  const own = regels.find(
    (line: { regel: string; jaar: number }) =>
      line.regel === "werkgeverssubsidie" && line.jaar === new Date().getFullYear(),
  );
  expect(own.aangevraagdEuro).toBeGreaterThanOrEqual(8_000);
  await page.goto("/open-data");
  await expect(page.getByRole("link", { name: "Download de stand van het budget (JSON)" })).toBeVisible();
});
