import type { Page } from "@playwright/test";
import { expectAccessible } from "../accessible";
import { fill, heading } from "../employer-walk";
import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, askToComplete, meanToRefuse, takeUp } from "../prepared";

const NOT_SAVED = "Deze antwoorden zijn nog niet bewaard";
const FIRST_WORDS = "Wij hebben de uren in overleg met de gemeente gekozen.";

const TAKE = "Zet in het formulier wat ik typte";

/** Sends a form after its session has ended, signs in again, and opens the page that sign-in leads back to. */
async function sendTooLate(page: Page, button: string, signInAgain: () => Promise<void>): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await expect(heading(page, "Inloggen")).toBeVisible();
  await signInAgain();
  await page.goto(new URL(page.url()).searchParams.get("next") ?? "");
}

test("[J-100] a session has ended when a request is answered: nothing typed is lost, and it is sent after all", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, endSession, signedInAgain }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  await askToComplete(reviewer, id, "company.city");

  const part = `/applications/${id}/completion/company`;
  await page.goto(part);
  await endSession(employer);
  await fill(page, { city: "Zeist", postcode: "3701 AA" });
  await sendTooLate(page, "Opslaan en verder", () => signedInAgain(employer));
  await expect(page).toHaveURL(part);
  await expect(page.getByText(NOT_SAVED)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Plaats" })).not.toHaveValue("Zeist");
  await expect(page.getByRole("region", { name: "Plaats" })).toContainText("Zeist");
  await picture(page, "kept");
  await expectAccessible(page);
  await page.getByRole("link", { name: TAKE }).click();
  await expect(page.getByRole("textbox", { name: "Plaats" })).toHaveValue("Zeist");
  await page.getByRole("button", { name: "Opslaan en verder" }).click();
  await expect(page.getByText("Bewaard. De aanvulling is nog niet verzonden.")).toBeVisible();
  await page.goto(part);
  await expect(page.getByText(NOT_SAVED)).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Plaats" })).toHaveValue("Zeist");

  const reply = `/applications/${id}/completion/reply/1`;
  await page.goto(reply);
  await endSession(employer);
  await page.getByRole("textbox", { name: "Uw uitleg" }).fill(FIRST_WORDS);
  await sendTooLate(page, "Bewaar uw uitleg", () => signedInAgain(employer));
  await expect(page.getByRole("textbox", { name: "Uw uitleg" })).toHaveValue("");
  await expect(page.getByText(FIRST_WORDS)).toBeVisible();
  await page.getByRole("button", { name: "Gooi dit weg" }).click();
  await expect(page.getByText(NOT_SAVED)).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Uw uitleg" })).toHaveValue("");
});

test("[J-100] a session has ended when a question or contact persons are sent: both are there again", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, endSession, signedInAgain }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { id } = await aFiling(employer);
  for (const { path, label, words, button, outcome } of [
    {
      path: "questions",
      label: "Uw bericht",
      words: FIRST_WORDS,
      button: "Verstuur",
      outcome: FIRST_WORDS,
    },
    {
      path: "contact",
      label: "Naam van de contactpersoon",
      words: "Kim Jansen",
      button: "Bewaar",
      outcome: "Kim Jansen",
    },
  ]) {
    await page.goto(`/applications/${id}/${path}`);
    await endSession(employer);
    await page.getByRole("textbox", { name: label }).fill(words);
    await sendTooLate(page, button, () => signedInAgain(employer));
    await expect(page.getByText(NOT_SAVED)).toBeVisible();
    await page.getByRole("link", { name: TAKE }).click();
    await expect(page.getByRole("textbox", { name: label })).toHaveValue(words);
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByText(NOT_SAVED)).toBeHidden();
    await expect(page.getByText(outcome).first()).toBeVisible();
  }
});

test("[J-100] a session has ended when a response is sent: it is there again, and sent", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, endSession, signedInAgain }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  await meanToRefuse(reviewer, id, "Volgens het register staat de zaak stil.");

  const respond = `/applications/${id}/respond`;
  const response = page.getByRole("textbox", { name: "Wat wilt u ons vertellen?" });
  await page.goto(respond);
  await endSession(employer);
  await response.fill(FIRST_WORDS);
  await sendTooLate(page, "Reactie versturen", () => signedInAgain(employer));
  await expect(page).toHaveURL(respond);
  await expect(page.getByText(NOT_SAVED)).toBeVisible();
  await page.getByRole("link", { name: TAKE }).click();
  await expect(response).toHaveValue(FIRST_WORDS);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reactie versturen" }).click();
  await expect(page.getByText("Een medewerker bekijkt uw aanvraag.").first()).toBeVisible();
  await reviewer.page.goto(`/cases/${id}`);
  await expect(reviewer.page.getByText(FIRST_WORDS)).toBeVisible();
});
