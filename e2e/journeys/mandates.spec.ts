import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../accessible";
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

test(
  "[J-13] an intermediary with forty employers looks up the one to act for",
  { tag: ["@phone", "@no-js"] },
  async ({ anEmployer, sql }, info) => {
    const { page, personId, organisationName } = await anEmployer();
    const street = randomUUID().slice(0, 8);
    for (let number = 1; number <= 40; number++)
      await sql`with made as (insert into organisations (id, kvk_number, legal_name)
        values (gen_random_uuid(), ${String(randomInt(10_000_000, 99_999_999))}, ${`Café ${street} ${number}`}) returning id)
      insert into mandates (person_id, organisation_id) select ${personId}, id from made`;
    await page.goto("/organisation?next=/messages");
    await expect(page.getByRole("radio")).toHaveCount(20);
    await expect(page.getByLabel(organisationName)).toBeChecked();
    await expect(page.getByText("Er zijn nog 21 organisaties.")).toBeVisible();
    await page.screenshot({ path: info.outputPath("forty.png"), fullPage: true });
    await expectAccessible(page);

    const search = page.getByRole("searchbox", { name: "Zoek in uw 41 organisaties op naam of KVK-nummer" });
    await search.fill("slagerij");
    await page.getByRole("button", { name: "Zoek", exact: true }).click();
    await expect(page.getByText("U handelt voor geen organisatie met ‘slagerij’")).toBeVisible();
    await search.fill(`cafe ${street} 37`);
    await page.getByRole("button", { name: "Zoek", exact: true }).click();
    await expect(page.getByRole("radio")).toHaveCount(1);
    await expect(page.getByLabel(`Café ${street} 37`)).toBeChecked();
    await page.screenshot({ path: info.outputPath("found.png"), fullPage: true });
    await page.getByRole("button", { name: "Verder namens deze organisatie" }).click();
    await expect(page).toHaveURL("/messages");
    await expect(whoIsIn(page)).toContainText(`U handelt namens Café ${street} 37`);
  },
);
