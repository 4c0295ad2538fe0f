import { aSecondContact } from "../../db/testing/answers";
import { expectAccessible } from "../accessible";
import { fill, heading } from "../employer-walk";
import { expect, test } from "../fixtures";
import { aFiling, takeUp } from "../prepared";

test("[J-96] a question is asked and answered, apart from formal messages, whose reading is recorded", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);

  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await page.getByRole("link", { name: "Vragen en antwoorden" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Verstuur" }).click();
  await expect(page.getByText("Vul dit in.").first()).toBeVisible();
  await page.getByLabel("Uw bericht").fill("Mag de begeleiding een week later beginnen?");
  await page.getByRole("button", { name: "Verstuur" }).click();
  await expect(page.getByText("Mag de begeleiding een week later beginnen?")).toBeVisible();

  const { page: staff } = reviewer;
  await staff.goto(`/cases/${id}`);
  await expect(staff.getByText("De werkgever wacht op antwoord.")).toBeVisible();
  await staff.getByRole("link", { name: "Vragen en antwoorden" }).click();
  await staff.getByLabel("Uw bericht").fill("Ja, als de einddatum gelijk blijft.");
  await staff.getByRole("button", { name: "Verstuur" }).click();
  await expect(staff.getByText("Ja, als de einddatum gelijk blijft.")).toBeVisible();
  await expectAccessible(staff);

  await page.goto(`/applications/${id}/questions`);
  await expect(page.getByText("Ja, als de einddatum gelijk blijft.")).toBeVisible();
  await page.goto("/messages");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Ontvangstbevestiging"]);
  await expect(page.getByText("Nog niet gelezen")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /Lees het bericht/ }).click();
  await expect(page).toHaveURL(`/applications/${id}/receipt`);
  await staff.goto(`/cases/${id}`);
  await expect(staff.getByText(/U heeft gelezen: Anna Bakker/)).toBeVisible();
});

test("[J-103] after reading a message the count in the menu drops, on every page", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, javaScriptEnabled }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const { page } = employer;
  const inMenu = page.getByRole("navigation").getByRole("link", { name: /^Berichten/ });
  await page.goto("/applications");
  await expect(inMenu).toHaveText("Berichten (1 nieuw)");
  await inMenu.click();
  await page.getByRole("link", { name: /Lees het bericht/ }).click();
  await expect(page).toHaveURL(`/applications/${id}/receipt`);
  if (javaScriptEnabled) await expect(inMenu).toHaveText("Berichten");
  await page.getByRole("link", { name: "Mijn aanvragen" }).first().click();
  await expect(heading(page, "Mijn aanvragen")).toBeVisible();
  await expect(inMenu).toHaveText("Berichten");
  await page.goBack();
  await expect(heading(page, "Uw aanvraag is verzonden")).toBeVisible();
  await expect(inMenu).toHaveText("Berichten");
});

test("[J-97] contact persons change after filing, and the official sees it", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await page.getByRole("link", { name: "Wijzig de contactpersonen" }).click();
  await expect(heading(page, "Contactpersonen wijzigen")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Naam van de contactpersoon").fill("Kim Jansen");
  await page.getByLabel("E-mailadres", { exact: true }).fill("geen adres");
  await page.getByRole("button", { name: "Bewaar" }).click();
  await expect(page.getByText(/Dit is geen e-mailadres/).first()).toBeVisible();
  await page.getByLabel("E-mailadres", { exact: true }).fill("kim@voorbeeld.nl");
  await page.getByLabel("Naam van de tweede contactpersoon").fill("Sam de Boer");
  await page.getByRole("button", { name: "Bewaar" }).click();
  await expect(
    page.getByRole("alert").getByRole("link", { name: /E-mailadres van de tweede contactpersoon/ }),
  ).toBeVisible();
  await expectAccessible(page);
  const { secondContactName: _typed, ...second } = aSecondContact("sam@voorbeeld.nl");
  await fill(page, second);
  await page.getByRole("button", { name: "Bewaar" }).click();
  await expect(page).toHaveURL(`/applications/${id}`);
  await expect(page.getByText("kim@voorbeeld.nl")).toBeVisible();
  await expectAccessible(page);
  const { page: staff } = await anOfficial(["reviewer"]);
  await staff.goto(`/cases/${id}`);
  await expect(staff.getByText(/De contactpersonen zijn gewijzigd op .*: Kim Jansen/)).toBeVisible();
  await expect(staff.getByText(/Tweede contactpersoon: Sam de Boer, .*sam@voorbeeld.nl/)).toBeVisible();
});

test("[J-98] an application in review is withdrawn, after the page has explained the consequences", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  await takeUp(await anOfficial(["reviewer"]), id);
  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await page.getByRole("link", { name: "Trek de aanvraag in" }).click();
  await expect(page.getByText(/U verliest uw plek in de volgorde/)).toBeVisible();
  await page.getByRole("button", { name: "Ja, trek de aanvraag in" }).click();
  await expect(page.getByText("Er komt geen besluit.", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Trek de aanvraag in" })).toHaveCount(0);
});
