import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, takeUp } from "../prepared";

const WHY = "Volgens het handelsregister staat de zaak al een jaar stil.";

test("[J-32] an employer is heard before a refusal on facts that differ from their statements", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const official = await anOfficial(["reviewer"]);
  await takeUp(official, id);
  const { page: reviewer } = official;

  await reviewer.goto(`/cases/${id}/propose`);
  await reviewer.getByRole("checkbox", { name: "Traject 1" }).uncheck();
  await reviewer.getByLabel("De werkgever gaf onjuiste of onvolledige gegevens").check();
  await reviewer.getByLabel("Uitleg aan de werkgever").fill("Volgens het register staat de zaak stil.");
  await reviewer.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(reviewer.getByText("Verstuur eerst een voornemen tot afwijzing").first()).toBeVisible();

  await reviewer.goto(`/cases/${id}`);
  await reviewer.getByRole("link", { name: "Voornemen tot afwijzing versturen" }).click();
  await reviewer.getByLabel("De werkgever gaf onjuiste of onvolledige gegevens").check();
  await reviewer.getByLabel("Uitleg aan de werkgever").fill("Volgens het register staat de zaak stil.");
  await picture(reviewer, "intend");
  await reviewer.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(
    reviewer.getByRole("heading", { name: "Wij zijn van plan uw aanvraag af te wijzen" }),
  ).toBeVisible();
  await expect(reviewer.getByText("De aanvraag gaat van")).toBeVisible();
  await picture(reviewer, "preview");
  await expectAccessible(reviewer);
  await reviewer.getByRole("link", { name: "Wijzig de tekst" }).click();
  await expect(reviewer.getByLabel("Uitleg aan de werkgever")).toHaveValue(
    "Volgens het register staat de zaak stil.",
  );
  await reviewer.getByLabel("Uitleg aan de werkgever").fill(WHY);
  await reviewer.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(reviewer.getByText(WHY)).toBeVisible();
  await reviewer
    .locator("input[name=shownOn]")
    .evaluate((field) => field.setAttribute("value", "2026-01-01"));
  await reviewer.getByRole("button", { name: "Verstuur aan de werkgever" }).click();
  await expect(reviewer.getByText(/Het is intussen een nieuwe dag/).first()).toBeVisible();
  await reviewer.goto(`/cases/${id}/intend-refusal/preview`);
  await reviewer.getByRole("button", { name: "Verstuur aan de werkgever" }).click();
  await expect(reviewer.getByText(/De werkgever kan reageren tot en met/)).toBeVisible();

  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await page.getByRole("link", { name: "Lees waarom en reageer" }).click();
  await expect(page.getByText(WHY)).toBeVisible();
  await picture(page, "respond");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reactie versturen" }).click();
  await expect(page.getByText("Vul dit in.").first()).toBeVisible();
  await page.getByLabel("Wat wilt u ons vertellen?").fill("Wij zijn verhuisd. Het register loopt achter.");
  await page.getByRole("button", { name: "Reactie versturen" }).click();
  await expect(page.getByText("Een medewerker bekijkt uw aanvraag.").first()).toBeVisible();

  await reviewer.goto(`/cases/${id}`);
  await expect(reviewer.getByText("Wij zijn verhuisd. Het register loopt achter.")).toBeVisible();
  await picture(reviewer, "case");
  await reviewer.goto(`/cases/${id}/propose`);
  await reviewer.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(reviewer.getByText("U hoeft nu niets te doen.")).toBeVisible();
});
