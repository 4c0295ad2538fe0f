import { complete, send, start } from "../employer-walk";
import { expect, test } from "../fixtures";

const SCHEMES = [
  { scheme: "werkgeverssubsidie", requested: "€ 14.000", first: "€ 8.000" },
  { scheme: "startbaan", requested: "€ 20.000", first: "€ 10.000" },
] as const;

for (const { scheme, requested, first } of SCHEMES) {
  test(`[J-01] an employer applies for ${scheme} on both tracks, two officials decide, the employer sees the outcome`, {
    tag: ["@phone", "@no-js"],
  }, async ({ anEmployer, anOfficial }) => {
    const { page: employer, organisationName } = await anEmployer();
    const taskList = await start(employer, scheme);
    await complete(employer, scheme, ["general", "women"]);
    await expect(employer.getByText(requested, { exact: true })).toBeVisible();
    const reference = await send(employer);
    const id = taskList.split("/").at(-1);

    const { page: reviewer } = await anOfficial(["reviewer"]);
    await reviewer.goto(`/cases/${id}`);
    await expect(reviewer.getByRole("heading", { name: reference, level: 1 })).toBeVisible();
    await expect(reviewer.getByText(organisationName, { exact: true })).toBeVisible();
    await reviewer.getByRole("button", { name: "In behandeling nemen" }).click();
    await reviewer.getByRole("link", { name: "Voorstel maken" }).click();
    await reviewer.getByRole("button", { name: "Voorstel doen" }).click();
    await expect(reviewer.getByText("U hoeft nu niets te doen.")).toBeVisible();

    const { page: decider } = await anOfficial(["decider"]);
    await decider.goto(`/cases/${id}`);
    await decider.getByRole("link", { name: "Voorstel bekijken en beslissen" }).click();
    await expect(decider.getByRole("heading", { name: "De brief aan de werkgever" })).toBeVisible();
    await decider.getByRole("button", { name: "Besluit nemen" }).click();
    await expect(decider.getByText("Subsidie toegekend")).toBeVisible();

    await employer.goto(`/applications/${id}`);
    await expect(employer.getByRole("heading", { name: `U krijgt ${requested}` })).toBeVisible();
    await expect(employer.getByText(first).first()).toBeVisible();
    for (const name of ["receipt", "decision"]) {
      const file = await employer.request.get(`/applications/${id}/${name}.pdf`);
      expect(file.headers()).toMatchObject({
        "content-type": "application/pdf",
        "content-disposition": expect.stringContaining("attachment"),
        "content-security-policy": expect.stringContaining("sandbox"),
        "x-content-type-options": "nosniff",
      });
      expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
    }
  });
}

test("[J-02] a part is refused with a ground and an explanation, after a return by the decider", async ({
  anEmployer,
  anOfficial,
}) => {
  const { page: employer } = await anEmployer();
  const id = (await start(employer, "werkgeverssubsidie")).split("/").at(-1);
  await complete(employer, "werkgeverssubsidie", ["general", "general"]);
  await send(employer);

  const { page: reviewer } = await anOfficial(["reviewer"]);
  await reviewer.goto(`/cases/${id}`);
  await reviewer.getByRole("button", { name: "In behandeling nemen" }).click();
  await reviewer.getByRole("link", { name: "Voorstel maken" }).click();
  await reviewer.getByRole("checkbox", { name: "Traject 2" }).uncheck();
  await reviewer.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(reviewer.getByText("Kies ten minste één grond.").first()).toBeVisible();
  await expect(reviewer.getByRole("checkbox", { name: "Traject 2" })).not.toBeChecked();
  await reviewer.getByLabel("De aanvraag voldoet niet aan de voorwaarden van de regeling").check();
  await reviewer.getByLabel("Uitleg aan de werkgever").fill("Het tweede plan lijkt te veel op het eerste.");
  await reviewer.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(reviewer.getByText("U hoeft nu niets te doen.")).toBeVisible();

  const { page: decider } = await anOfficial(["decider"]);
  await decider.goto(`/cases/${id}/decide`);
  await decider.getByRole("button", { name: "Terugsturen naar de beoordelaar" }).click();
  await expect(decider.getByText("Vul dit in.").first()).toBeVisible();
  await decider.getByLabel("Waarom stuurt u het voorstel terug?").fill("Leg uit welke voorwaarde het is.");
  await decider.getByRole("button", { name: "Terugsturen naar de beoordelaar" }).click();
  await expect(decider.getByText("Voorstel teruggestuurd")).toBeVisible();

  await reviewer.goto(`/cases/${id}`);
  await expect(reviewer.getByText("Leg uit welke voorwaarde het is.")).toBeVisible();
  await reviewer.getByRole("link", { name: "Voorstel maken" }).click();
  await reviewer.getByRole("checkbox", { name: "Traject 2" }).uncheck();
  await reviewer.getByLabel("De aanvraag voldoet niet aan de voorwaarden van de regeling").check();
  await reviewer
    .getByLabel("Uitleg aan de werkgever")
    .fill("Het tweede plan beschrijft geen eigen begeleiding.");
  await reviewer.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(reviewer.getByText("U hoeft nu niets te doen.")).toBeVisible();
  await decider.goto(`/cases/${id}/decide`);
  await decider.getByRole("button", { name: "Besluit nemen" }).click();
  await expect(decider.getByText("Subsidie deels toegekend")).toBeVisible();

  await employer.goto(`/applications/${id}`);
  await expect(employer.getByText("Het tweede plan beschrijft geen eigen begeleiding.")).toBeVisible();
  await expect(employer.getByRole("heading", { name: /U krijgt € 8.000/ })).toBeVisible();
});
