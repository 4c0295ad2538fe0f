import type { Page } from "@playwright/test";
import { fill, goOn, heading } from "../employer-walk";
import { expect, test } from "../fixtures";
import { aDraft, anEmptyDraft } from "../prepared";

const NAME = "Naam van de contactpersoon";
const contactName = (page: Page) => page.getByRole("textbox", { name: NAME });
const saved = /^Bewaard om \d\d\.\d\d uur\. Nog niet verzonden\.$/;

test("[J-81] two people edit one draft: nothing is overwritten, both see both versions, one chooses", async ({
  anEmployer,
}) => {
  const anna = await anEmployer();
  const id = await anEmptyDraft(anna);
  const bram = await anEmployer({ of: anna });
  for (const { page } of [anna, bram]) await page.goto(`/applications/${id}/company`);

  await contactName(anna.page).fill("Anna");
  await expect(anna.page.getByText(saved)).toBeVisible();
  await contactName(bram.page).fill("Bram");
  const conflict = bram.page.getByRole("region", { name: NAME });
  await expect(conflict).toContainText("Anna");
  await expect(conflict).toContainText("Bram");
  await expect(contactName(bram.page)).toHaveValue("Bram");

  await bram.page.getByRole("link", { name: "Neem de bewaarde antwoorden over" }).click();
  await expect(contactName(bram.page)).toHaveValue("Anna");
  const revision = anna.page.locator('input[name="revision"]');
  const before = await revision.inputValue();
  await contactName(anna.page).fill("Anna Bakker");
  await expect(revision).not.toHaveValue(before);
  await contactName(bram.page).fill("Bram de Boer");
  await expect(conflict).toContainText("Anna Bakker");
  await bram.page.getByRole("button", { name: "Bewaar mijn antwoorden" }).click();
  await expect(bram.page.getByRole("alert", { name: /kloppen nog/ })).toBeVisible();
  await expect(conflict).toBeHidden();
  await anna.page.reload();
  await expect(contactName(anna.page)).toHaveValue("Bram de Boer");
});

test("[J-82] a session ends while someone types: the page says so at once, and nothing is lost", async ({
  anEmployer,
  endSession,
  signedInAgain,
}) => {
  const employer = await anEmployer();
  const { page } = employer;
  const id = await anEmptyDraft(employer);
  await page.goto(`/applications/${id}/company`);
  await contactName(page).fill("Noor");
  await expect(page.getByText(saved)).toBeVisible();

  await endSession(employer);
  await contactName(page).fill("Noor de Wit");
  await expect(page.getByText("Uw laatste wijzigingen zijn niet bewaard")).toBeVisible();
  await expect(page.getByRole("link", { name: /Log opnieuw in/ })).toBeVisible();
  await expect(contactName(page)).toHaveValue("Noor de Wit");
  await signedInAgain(employer);
  await page.getByLabel("Telefoonnummer", { exact: true }).fill("06 12345678");
  await expect(page.getByText(saved)).toBeVisible();
  await page.reload();
  await expect(contactName(page)).toHaveValue("Noor de Wit");
});

test("[J-82] a session has ended when someone saves: all answers are there after signing in", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, endSession, signedInAgain }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { id, keys } = await aDraft(employer);
  const path = `/applications/${id}/trajectories/${keys[0]}`;
  await page.goto(path);
  await endSession(employer);
  await fill(page, { pseudonym: "medewerker Z", hoursPerWeek: "31,5", personNumber: "1234567890" });
  await goOn(page);
  await expect(heading(page, "Inloggen")).toBeVisible();
  await signedInAgain(employer);
  await page.goto(new URL(page.url()).searchParams.get("next") ?? "");
  await expect(page).toHaveURL(path);
  await expect(page.getByText("Deze antwoorden zijn nog niet bewaard")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Uren werk per week" })).not.toHaveValue("31,5");
  await page.getByRole("link", { name: "Zet in het formulier wat ik typte" }).click();
  await expect(page.getByRole("textbox", { name: "Uren werk per week" })).toHaveValue("31,5");
  await expect(page.getByRole("textbox", { name: "Hoe wilt u deze persoon hier noemen?" })).toHaveValue(
    "medewerker Z",
  );
  await goOn(page);
  await expect(page).not.toHaveURL(new RegExp(path));
  await page.goto(path);
  await expect(page.getByText("Deze antwoorden zijn nog niet bewaard")).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Uren werk per week" })).toHaveValue("31,5");
});

test("[J-104] the Back button shows the answers as last saved", async ({ anEmployer }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const id = await anEmptyDraft(employer);
  await page.goto(`/applications/${id}/company`);
  await contactName(page).fill("Noor");
  await expect(page.getByText(saved)).toBeVisible();
  await page.getByRole("link", { name: "Mijn aanvragen" }).first().click();
  await expect(heading(page, "Mijn aanvragen")).toBeVisible();
  await page.goBack();
  await expect(contactName(page)).toHaveValue("Noor");
  await contactName(page).fill("Noor de Wit");
  await expect(page.getByText(saved)).toBeVisible();
  await expect(page.getByText("Iemand anders was u voor")).toBeHidden();

  await contactName(page).fill("Kim Jansen");
  await page.getByRole("button", { name: "Opslaan en later verder" }).click();
  await expect(page).toHaveURL(`/applications/${id}?saved=1`);
  await page.goBack();
  await expect(contactName(page)).toHaveValue("Kim Jansen");
});

test("[J-83] leaving a form with unsaved answers asks for confirmation", async ({ anEmployer }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const id = await anEmptyDraft(employer);
  await page.goto(`/applications/${id}/company`);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await contactName(page).fill("Noor");
  await page.getByRole("link", { name: "Mijn aanvragen" }).first().click();
  expect(asked).toEqual([expect.stringContaining("nog niet is bewaard")]);
  await expect(contactName(page)).toHaveValue("Noor");
  await expect(page.getByText(saved)).toBeVisible();
  await page.getByRole("link", { name: "Mijn aanvragen" }).first().click();
  await expect(heading(page, "Mijn aanvragen")).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("[J-84] a lost connection is shown at once, and the answers are saved when it returns", async ({
  anEmployer,
}) => {
  const employer = await anEmployer();
  const { page } = employer;
  const id = await anEmptyDraft(employer);
  await page.goto(`/applications/${id}/bank`);
  await page.context().setOffline(true);
  await page.getByLabel("Op welke naam staat de rekening?").fill("Bakkerij");
  await expect(page.getByText("Uw laatste wijzigingen zijn niet bewaard")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(saved)).toBeVisible();
});
