import type { Page } from "@playwright/test";
import { expect, type SignedIn, test } from "../fixtures";
import { aDraft, aFiling } from "../prepared";

const whoIsIn = (page: Page) => page.getByRole("region", { name: "Uw gegevens" });

async function actFor(page: Page, employer: SignedIn): Promise<void> {
  await whoIsIn(page).getByRole("link", { name: "Wissel van organisatie" }).click();
  await page.getByLabel(employer.organisationName).check();
  await page.getByRole("button", { name: "Verder namens deze organisatie" }).click();
  await expect(page).toHaveURL("/applications");
  await expect(whoIsIn(page)).toContainText(`U handelt namens ${employer.organisationName} (met machtiging)`);
}

test("[J-13] an intermediary files for one of two employers, sees nothing of the other, and stops when a mandate ends", {
  tag: "@phone",
}, async ({ anEmployer, anOfficial, sql }) => {
  const [one, other, intermediary] = [await anEmployer(), await anEmployer(), await anEmployer()];
  const { page, personId } = intermediary;
  for (const { organisationId } of [one, other])
    await sql`insert into mandates (person_id, organisation_id, valid_until)
      values (${personId}, ${organisationId}, now() + interval '1 day')`;
  const theirs = await aDraft(other);

  await page.goto("/applications");
  await actFor(page, one);
  const { id } = await aFiling(intermediary);
  await page.goto(`/applications/${id}/receipt`);
  await expect(page.getByRole("main").getByText(one.organisationName)).toBeVisible();
  await one.page.goto(`/applications/${id}`);
  await expect(one.page.getByText("Uw aanvraag is ontvangen.")).toBeVisible();

  const absent = await page.request.get(`/applications/${theirs.id}`);
  expect(absent.status()).toBe(404);
  await page.goto("/budget");
  await actFor(page, other);
  expect((await page.request.get(`/applications/${id}`)).status()).toBe(404);
  await page.goto(`/applications/${theirs.id}`);
  await expect(page.getByText("Nog niet verzonden").first()).toBeVisible();

  const { page: reviewer } = await anOfficial(["reviewer"]);
  await reviewer.goto(`/cases/${id}`);
  const byMandate = `door Anna Bakker namens ${one.organisationName} (machtiging)`;
  await expect(reviewer.getByText(byMandate).first()).toBeVisible();

  await sql`update mandates set valid_until = now() - interval '1 minute'
    where person_id = ${personId} and organisation_id = ${other.organisationId}`;
  await page.goto(`/applications/${theirs.id}`);
  await expect(page).toHaveURL("/organisation");
  await expect(page.getByText(`Uw machtiging voor ${other.organisationName} geldt niet meer`)).toBeVisible();
  await page.getByLabel(one.organisationName).check();
  await page.getByRole("button", { name: "Verder namens deze organisatie" }).click();
  await expect(whoIsIn(page)).toContainText(`U handelt namens ${one.organisationName}`);
  await page.goto(`/applications/${id}`);
  await expect(page.getByText("Uw aanvraag is ontvangen.")).toBeVisible();
});
