import { baseProfile } from "../scripts/register/companies";
import { fill, goOn, start } from "./employer-walk";
import { expect, test } from "./fixtures";

/** A company of the register for each project, so that no two of them share one. */
const COMPANY: Record<string, string> = { desktop: "90004760", phone: "90000102", "no-js": "90001745" };

test(
  "what the trade register knows need not be typed",
  { tag: ["@phone", "@no-js"] },
  async ({ anEmployer, sql }, { project }) => {
    const number = COMPANY[project.name] ?? "";
    const { page, organisationId } = await anEmployer();
    await sql`update organisations set kvk_number = ${number} where id = ${organisationId}`;
    const taskList = await start(page, "werkgeverssubsidie");
    await page.goto(`${taskList}/company`);
    const card = page.getByRole("region", { name: "Dit staat in het Handelsregister" });
    await expect(card).toContainText(baseProfile(number)?.naam ?? "nobody");
    await expect(card).toContainText("Utrecht");
    const [activity] = baseProfile(number)?.sbiActiviteiten ?? [];
    await expect(page.getByLabel("SBI-code van uw bedrijf")).toHaveValue(activity?.sbiCode ?? "none");
    await expect(page.getByLabel("Plaats waar het werk is")).toHaveValue("Utrecht");
  },
);

test("without the register the form says so and works", { tag: ["@phone", "@no-js"] }, async ({
  anEmployer,
}) => {
  const { page } = await anEmployer();
  const taskList = await start(page, "startbaan");
  await page.goto(`${taskList}/company`);
  await expect(page.getByText("Wij vinden uw KVK-nummer nu niet in het Handelsregister.")).toBeVisible();
  await fill(page, { sbiCode: "56101", workPlace: "Utrecht" });
  await goOn(page);
  await expect(
    page
      .getByRole("alert")
      .getByRole("link", { name: /E-mailadres/ })
      .first(),
  ).toBeVisible();
  await expect(page.getByLabel("SBI-code van uw bedrijf")).toHaveValue("56101");
});
