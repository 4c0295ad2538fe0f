import type { Page } from "@playwright/test";
import { dayOf } from "../../lib/dates";
import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, decide, hearOnLowering, propose, takeUp } from "../prepared";

test("[J-121] a grant is lowered after a preview, an objection is upheld by another decider, the employer reads both", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer, { tracks: ["general", "general"] });
  const refused = await aFiling(await anEmployer());
  const reviewer = await anOfficial(["reviewer"]);
  const [first, second] = [await anOfficial(["decider"]), await anOfficial(["decider"])];
  for (const filing of [id, refused.id]) await takeUp(reviewer, filing);
  await propose(reviewer, id, ["1", "2"]);
  await propose(reviewer, refused.id, [], true);
  for (const filing of [id, refused.id]) await decide(first, filing);

  const { page: staff } = reviewer;
  await hearOnLowering(reviewer, employer, id, ["1"]);
  await staff.goto(`/cases/${id}`);
  await staff.getByRole("link", { name: "Verlaging voorstellen" }).click();
  await staff
    .getByLabel("Uitleg aan de werkgever")
    .fill("De begeleiding van statushouder 2 is niet begonnen.");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(staff.getByText(/stelt voor: verlagen van/)).toBeVisible();

  const { page: decider } = second;
  await decider.goto(`/cases/${id}`);
  await decider.getByRole("link", { name: "Bekijk de brief en beslis" }).click();
  const letter = decider.getByRole("article", { name: "Besluit: wij verlagen uw subsidie" });
  await expect(letter.getByText("De subsidie vervalt voor statushouder 2.")).toBeVisible();
  await expect(decider.getByText("De aanvraag gaat van")).toBeVisible();
  await picture(decider, "revision");
  await expectAccessible(decider);
  const concept = await decider.request.get(`/cases/${id}/decide/letter.pdf`);
  expect((await concept.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await decider.getByRole("button", { name: "Bevestig de wijziging van het besluit" }).click();
  await expect(decider).toHaveURL(`/cases/${id}`);

  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await expect(page.getByRole("heading", { name: /^Uw subsidie is verlaagd naar/ })).toBeVisible();
  await expect(page.getByText(/komt in de plaats van ons besluit van/).first()).toBeVisible();
  await picture(page, "status");
  await expectAccessible(page);

  await staff.goto(`/cases/${refused.id}/objection`);
  await staff.getByLabel("Uitleg aan de werkgever").fill("Het plan was bij nader inzien goed genoeg.");
  await staff.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(staff.getByText(/stelt voor: toekennen na bezwaar/)).toBeVisible();
  await first.page.goto(`/cases/${refused.id}/revision`);
  await first.page.getByRole("button", { name: "Bevestig de wijziging van het besluit" }).click();
  await expect(first.page.getByText(/U nam het besluit waartegen bezwaar is gemaakt/).first()).toBeVisible();
  await decider.goto(`/cases/${refused.id}/revision`);
  await expect(
    decider.getByRole("article", { name: "Besluit op uw bezwaar: u krijgt alsnog subsidie" }),
  ).toBeVisible();
  await expect(decider.getByText(/in beroep gaan bij de rechtbank/)).toBeVisible();
  await decider.getByRole("button", { name: "Bevestig de wijziging van het besluit" }).click();
  await expect(decider.getByText("Toegekend na bezwaar")).toBeVisible();
});

test("[J-121] the same grant is lowered in amounts, lowered again and granted after an objection; the newest decision counts everywhere", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer, { tracks: ["general", "general"] });
  const reviewer = await anOfficial(["reviewer"]);
  const [first, second] = [await anOfficial(["decider"]), await anOfficial(["decider"])];
  await takeUp(reviewer, id);
  await propose(reviewer, id, ["1", "2"]);
  await decide(first, id);
  const { page: staff } = reviewer;
  const { page } = employer;

  await staff.goto(`/cases/${id}/lower/on-request`);
  await staff.getByLabel("Ander bedrag voor traject 2").fill("veel");
  await fillToday(staff);
  await staff.getByLabel("Uitleg aan de werkgever").fill("Statushouder 2 werkt minder uren.");
  await staff.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(staff.getByText("Dit is geen bedrag.", { exact: false }).first()).toBeVisible();
  await staff.getByLabel("Ander bedrag voor traject 2").fill("6.000,50");
  await staff.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(staff.getByText(/samen hoogstens € 6.000 waard/).first()).toBeVisible();
  await staff.getByLabel("Ander bedrag voor traject 2").fill("2.500,50");
  await picture(staff, "amounts");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(staff.getByText(/verlagen van € 14.000 naar € 10.500,50/)).toBeVisible();
  await second.page.goto(`/cases/${id}/revision`);
  await expect(
    second.page.getByText("Statushouder 2: de subsidie was € 6.000 en wordt € 2.500,50."),
  ).toBeVisible();
  await picture(second.page, "letter");
  await confirm(second.page);
  await page.goto(`/applications/${id}`);
  await expect(page.getByRole("heading", { name: "Uw subsidie is verlaagd naar € 10.500,50" })).toBeVisible();

  await hearOnLowering(reviewer, employer, id, ["2"]);
  await staff.goto(`/cases/${id}/lower`);
  await staff.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(staff.getByText(/verlagen van € 10.500,50 naar € 3.334/)).toBeVisible();
  await first.page.goto(`/cases/${id}/revision`);
  await confirm(first.page);
  await page.goto(`/applications/${id}`);
  await expect(page.getByRole("heading", { name: "Uw subsidie is verlaagd naar € 3.334" })).toBeVisible();

  await staff.goto(`/cases/${id}/objection`);
  await staff.getByRole("checkbox", { name: "Traject 1" }).uncheck();
  await staff.getByLabel("Uitleg aan de werkgever").fill("Statushouder 2 werkt weer voltijds.");
  await picture(staff, "objection");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(staff.getByText(/toekennen na bezwaar van € 3.334 naar € 8.000/)).toBeVisible();
  await second.page.goto(`/cases/${id}/revision`);
  await expect(second.page.getByText(/U krijgt voor een deel gelijk/)).toBeVisible();
  await confirm(second.page);
  await expect(second.page.getByText("Deels toegekend na bezwaar")).toBeVisible();
  await page.goto(`/applications/${id}`);
  await expect(page.getByRole("heading", { name: "Uw bezwaar is gegrond: u krijgt € 8.000" })).toBeVisible();
  await picture(page, "objection-status");
});

async function confirm(decider: Page): Promise<void> {
  await decider.getByRole("button", { name: "Bevestig de wijziging van het besluit" }).click();
  await expect(decider).toHaveURL(/\/cases\/[0-9a-f-]+$/);
}

async function fillToday(staff: Page): Promise<void> {
  const [year = "", month = "", day = ""] = dayOf(new Date()).split("-");
  const asked = staff.getByRole("group", { name: "Op welke dag vroeg de werkgever hierom?" });
  await asked.getByLabel("Dag").fill(day);
  await asked.getByLabel("Maand").fill(month);
  await asked.getByLabel("Jaar").fill(year);
}
