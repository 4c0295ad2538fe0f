import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";
import { aFiling } from "../prepared";

test("[J-63] a budget holder reads the forecast of the year and tries other amounts", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  await aFiling(await anEmployer());
  const { page } = await anOfficial(["budget_holder"]);
  await page.goto("/year");
  await expect(page.getByRole("heading", { level: 1, name: "Het jaar vooruit" })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Lijn van wat er in/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Staven van wat er in/ })).toBeVisible();

  await page.getByLabel("Ander bedrag per statushouder").fill("veel");
  await page.getByRole("button", { name: "Reken uit" }).click();
  await expect(page.getByText("Vul een heel getal van 1 tot 300 in.")).toBeVisible();
  await expect(page.getByLabel("Ander bedrag per statushouder")).toHaveValue("veel");

  await page.getByLabel("Ander bedrag per statushouder").fill("");
  await page.getByLabel("Ander plafond").fill("0");
  await page.getByRole("button", { name: "Reken uit" }).click();
  const inside = page.getByRole("row", { name: /Aanvragen binnen het plafond/ });
  await expect(inside.getByRole("cell").last()).toHaveText("0");
  await expect(page.getByRole("table", { name: "Aanvragen waarvoor het verschil maakt" })).toContainText(
    "buiten",
  );
  await expectAccessible(page);
});
