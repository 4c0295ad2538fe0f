import { baseProfile, branchList } from "../scripts/register/companies";
import { expectAccessible } from "./accessible";
import { fill, goOn, start } from "./employer-walk";
import { expect, test } from "./fixtures";

/** A company of the register for each project, so that no two of them share one. */
const COMPANY: Record<string, string> = { desktop: "90004760", phone: "90000102", "no-js": "90001745" };
const WITH_BRANCHES: Record<string, string> = { desktop: "68750110", phone: "69599084", "no-js": "69599076" };

test(
  "the data of the trade register need not be typed",
  { tag: ["@phone", "@no-js"] },
  async ({ anEmployer }, { project }) => {
    const number = COMPANY[project.name] ?? "";
    const { page } = await anEmployer({ kvkNumber: number });
    const taskList = await start(page, "werkgeverssubsidie");
    await page.goto(`${taskList}/company`);
    const card = page.getByRole("region", { name: "Dit staat in het Handelsregister" });
    await expect(card).toContainText(baseProfile(number)?.naam ?? "nobody");
    await expect(card).toContainText("Utrecht");
    const [activity] = baseProfile(number)?.sbiActiviteiten ?? [];
    await expect(page.getByLabel("SBI-code van uw bedrijf")).toHaveValue(activity?.sbiCode ?? "none");
    await expect(page.getByLabel("Straat")).toHaveValue("Markt");
    await expect(page.getByLabel("Postcode")).toHaveValue("3511 AA");
    await expect(page.getByLabel("Plaats")).toHaveValue("Utrecht");
    await expect(page.getByLabel("Op welke vestiging is het werk?")).toHaveCount(0);
  },
);

test(
  "a branch is chosen, and its address is filled in",
  { tag: ["@phone", "@no-js"] },
  async ({ anEmployer }, { project }) => {
    const number = WITH_BRANCHES[project.name] ?? "";
    const { page } = await anEmployer({ kvkNumber: number });
    const taskList = await start(page, "werkgeverssubsidie");
    const path = `${taskList}/company`;
    await page.goto(path);
    const card = page.getByRole("region", { name: "Dit staat in het Handelsregister" });
    await expect(card.getByText("RSIN")).toHaveCount(number === "68750110" ? 1 : 0);
    await expect(page.getByLabel("Straat")).toHaveValue("");
    await goOn(page);
    await expect(page.getByText("Kies op welke vestiging het werk is").first()).toBeVisible();
    await expectAccessible(page);

    const [, second] = branchList(number)?.vestigingen ?? [];
    await page.getByLabel("Op welke vestiging is het werk?").selectOption(second?.vestigingsnummer ?? "none");
    if (project.name === "no-js") await goOn(page);
    const line = `${await page.getByLabel("Straat").inputValue()} ${await page.getByLabel("Huisnummer").inputValue()}`;
    expect(second?.volledigAdres).toContain(line);
    await page.getByLabel("Huisnummer").fill("1 C");
    await fill(page, {
      contactName: "Noor de Wit",
      contactEmail: "noor@voorbeeld.nl",
      contactPhone: "06 12345678",
    });
    await goOn(page);
    await expect(page).not.toHaveURL(path);
    await page.goto(path);
    await expect(page.getByLabel("Op welke vestiging is het werk?")).toHaveValue(
      second?.vestigingsnummer ?? "none",
    );
    await expect(page.getByLabel("Huisnummer")).toHaveValue("1 C");
    await page.goto(`${taskList}/check`);
    await expect(page.getByText(second?.eersteHandelsnaam ?? "nobody")).toBeVisible();
  },
);

test("without the register the form says so and works", { tag: ["@phone", "@no-js"] }, async ({
  anEmployer,
}) => {
  const { page } = await anEmployer();
  const taskList = await start(page, "startbaan");
  await page.goto(`${taskList}/company`);
  await expect(page.getByText("Wij vinden uw KVK-nummer nu niet in het Handelsregister.")).toBeVisible();
  await fill(page, {
    sbiCode: "56101",
    street: "Oudegracht",
    houseNumber: "12",
    postcode: "3511ab",
    city: "Utrecht",
  });
  await goOn(page);
  await expect(
    page
      .getByRole("alert")
      .getByRole("link", { name: /E-mailadres/ })
      .first(),
  ).toBeVisible();
  await expect(page.getByLabel("SBI-code van uw bedrijf")).toHaveValue("56101");
});
