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
