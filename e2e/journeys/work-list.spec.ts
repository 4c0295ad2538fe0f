import type { Page } from "@playwright/test";
import { expectAccessible } from "../accessible";
import { expect, type SignedIn, test } from "../fixtures";
import { tabTo } from "../keys";
import { aFiling, onADayOfTheirOwn, takeUp } from "../prepared";

const rows = (page: Page) => page.getByRole("list", { name: "Aanvragen" }).getByRole("listitem");

test("[J-51] a reviewer searches, filters, saves the list under a name and finds it again", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const [employer, other] = [await anEmployer(), await anEmployer()];
  const { id } = await aFiling(employer, { tracks: ["general", "women"] });
  await aFiling(other);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  const { page } = reviewer;

  await page.goto("/cases");
  await page
    .getByRole("searchbox", { name: "Referentie, KVK-nummer of naam" })
    .fill(employer.organisationName);
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(employer.organisationName);
  await expect(page).toHaveURL(/zoek=/);

  await page.goto("/cases");
  await page.getByText("Filteren en sorteren").click();
  await page.getByLabel("Behandelaar").selectOption("Ikzelf");
  await page.getByLabel("Spoor").selectOption("Met vrouwenspoor");
  await page.getByRole("button", { name: "Toon lijst" }).click();
  await expect(page).toHaveURL("/cases?toon=te-beoordelen&van=mij&spoor=vrouwen");
  await expect(rows(page)).toHaveCount(1);
  await expectAccessible(page);

  await page.getByText("Deze lijst bewaren").click();
  await page.getByLabel("Naam van de lijst").fill("Mijn vrouwenspoor");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(page.getByRole("link", { name: "Mijn vrouwenspoor" })).toBeVisible();
  await page.getByRole("link", { name: "Te beslissen" }).click();
  await expect(page).toHaveURL(/toon=te-beslissen/);
  await page.getByRole("link", { name: "Mijn vrouwenspoor" }).click();
  await expect(rows(page)).toContainText(employer.organisationName);
  await page.getByRole("link", { name: "Met vrouwenspoor weghalen" }).click();
  await expect(page).toHaveURL("/cases?toon=te-beoordelen&van=mij");

  await page.getByText("Lijsten beheren").click();
  await page.getByRole("button", { name: "Verwijder Mijn vrouwenspoor" }).click();
  await expect(page.getByRole("link", { name: "Mijn vrouwenspoor" })).toHaveCount(0);
});

test("[J-52] a list is searched and a case opened by keyboard alone", async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  await aFiling(employer);
  const { page } = await anOfficial(["reviewer"]);
  await page.goto("/cases");
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type(employer.organisationName);
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await tabTo(page, rows(page).getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
});

test("[J-53] a reviewer takes the next case, writes a note, hands it over; the colleague sees who has it open", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, sql }) => {
  const { id } = await aFiling(await anEmployer());
  await onADayOfTheirOwn(sql, [id]);
  const [reviewer, colleague] = [await anOfficial(["reviewer"]), await anOfficial(["reviewer"])];
  const { page } = reviewer;
  const nameOf = async ({ personId }: SignedIn) => {
    const [person] = await sql<{ name: string }[]>`select name from people where id = ${personId}`;
    return person?.name ?? "";
  };
  const name = await nameOf(colleague);

  await page.goto("/cases");
  await page.getByRole("button", { name: "Neem de volgende aanvraag" }).click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Deze aanvraag staat op uw naam.")).toBeVisible();
  const taken = page.url();

  await page.getByLabel("Nieuwe notitie").fill("Gebeld: het contract volgt morgen.");
  await page.getByRole("button", { name: "Notitie bewaren" }).click();
  await expect(page.getByText("Gebeld: het contract volgt morgen.")).toBeVisible();
  await expectAccessible(page);

  await page.getByText("Aan een collega geven of overnemen").click();
  await page.getByLabel("Op wiens naam?").selectOption(name);
  await page.getByLabel("Waarom krijgt iemand anders de aanvraag?").fill("Ik ben morgen vrij.");
  await page.getByRole("button", { name: "Op deze naam zetten" }).click();
  await expect(page.getByText(`Deze aanvraag staat op naam van ${name}.`)).toBeVisible();

  await colleague.page.goto(taken);
  await expect(
    colleague.page.getByText(`${await nameOf(reviewer)} bekijkt deze aanvraag sinds`),
  ).toBeVisible();
  await expect(colleague.page.getByText("Ik ben morgen vrij.")).toBeVisible();
  await colleague.page.getByRole("button", { name: "Vrijgeven" }).click();
  await expect(colleague.page.getByText("Deze aanvraag staat op niemands naam.")).toBeVisible();
  await colleague.page.getByRole("button", { name: "Op mijn naam zetten" }).click();
  await expect(colleague.page.getByText("Deze aanvraag staat op uw naam.")).toBeVisible();
});

test("[J-54] single-letter shortcuts navigate a case, and can be turned off", async ({
  anEmployer,
  anOfficial,
}) => {
  const { id } = await aFiling(await anEmployer());
  const { page } = await anOfficial(["reviewer"]);
  await page.goto(`/cases/${id}`);
  await page.keyboard.press("n");
  await expect(page.getByRole("heading", { name: "Notities" })).toBeFocused();
  await page.getByLabel("Nieuwe notitie").focus();
  await page.keyboard.type("lachen");
  await expect(page).toHaveURL(`/cases/${id}`);
  await expect(page.getByLabel("Nieuwe notitie")).toHaveValue("lachen");
  await page.getByLabel("Nieuwe notitie").fill("");
  await page.getByLabel("Nieuwe notitie").blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Sneltoetsen" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Sneltoetsen gebruiken" }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  await expect(page).toHaveURL(`/cases/${id}`);
});
