import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, decide, propose, takeUp } from "../prepared";

/** As many decisions as the usual duration needs. */
const ENOUGH = 20;

test("[J-122] an employer reads the same last day to decide on every page, with the usual duration", {
  tag: ["@phone"],
}, async ({ anEmployer, anOfficial, visitor, sql }) => {
  const [{ made } = { made: 0 }] = await sql<{ made: number }[]>`
    select count(distinct d.application_id)::int as made from decisions d join applications a on a.id = d.application_id
    where a.scheme = 'werkgeverssubsidie'`;
  const [reviewer, decider] = [await anOfficial(["reviewer"]), await anOfficial(["decider"])];
  for (let n = made; n < ENOUGH; n++) {
    const { id } = await aFiling(await anEmployer());
    await takeUp(reviewer, id);
    await propose(reviewer, id, [], true);
    await decide(decider, id);
  }

  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const { page } = employer;
  await page.goto(`/applications/${id}`);
  const said = page.getByText(/Wij besluiten uiterlijk op/).first();
  const day = /uiterlijk op (\d+ \p{L}+ \d{4})/u.exec((await said.textContent()) ?? "")?.[1] ?? "";
  expect(day).not.toBe("");
  await expect(page.getByText(`Uiterlijk ${day}`)).toBeVisible();
  await expect(
    page.getByText(/van \d+ besluiten over deze subsidie kwamen er 9 van de 10 binnen \d+ (week|weken)/),
  ).toBeVisible();
  await picture(page, "status");
  await page.goto("/applications");
  await expect(page.getByText(`U krijgt uiterlijk op ${day} een besluit.`)).toBeVisible();
  await page.goto(`/applications/${id}/receipt`);
  await expect(page.getByText(day).first()).toBeVisible();
  const reference = await page.getByText(/^WS-\d{4}-\d{6}-\w$/).textContent();
  const code = await page.getByText(/^(\w{4}-){4}\w{4}$/).textContent();

  await visitor.goto("/status");
  await visitor.getByLabel("Kenmerk").fill(reference ?? "");
  await visitor.getByLabel("Statuscode").fill(code ?? "");
  await visitor.getByRole("button", { name: "Bekijk waar de aanvraag staat" }).click();
  await expect(visitor.getByText(`Uiterlijk ${day}`)).toBeVisible();
});
