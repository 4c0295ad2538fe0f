import { heading } from "./employer-walk";
import { expect, test } from "./fixtures";
import { anEmptyDraft } from "./prepared";

test.use({ expectedStatus: /503/ });

test("an employer who saves while the application is locked reads so, keeps the answers and can continue", {
  tag: ["@no-js"],
}, async ({ anEmployer, sql, javaScriptEnabled }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const id = await anEmptyDraft(employer);
  await page.goto(`/applications/${id}/company`);
  const name = page.getByRole("textbox", { name: "Naam van de contactpersoon" });
  await name.fill("Noor de Wit");
  await sql.begin(async (tx) => {
    await tx`select from applications where id = ${id} for update`;
    await page.getByRole("button", { name: "Opslaan en later verder" }).click();
    await expect(page.getByText("Het is nu heel druk").first()).toBeVisible();
  });
  if (javaScriptEnabled) {
    await expect(name).toHaveValue("Noor de Wit");
    await page.getByRole("button", { name: "Opslaan en later verder" }).click();
  } else await page.getByRole("button", { name: "Verstuur opnieuw" }).click();
  await expect(heading(page, /^Aanvraag werkgeverssubsidie/)).toBeVisible();
  await page.goto(`/applications/${id}/company`);
  await expect(name).toHaveValue("Noor de Wit");
});
