import { start } from "./employer-walk";
import { expect, test } from "./fixtures";

test("the chart of the week follows the typed roster", async ({ anEmployer }) => {
  const { page } = await anEmployer();
  await start(page, "startbaan");
  await page.getByRole("button", { name: "Voeg een statushouder toe" }).click();
  await page.getByLabel("Dinsdag: werk").fill("9:00-13:00");
  await page.getByLabel("Dinsdag: les").fill("12:00-14:00");
  await expect(page.getByRole("img", { name: "4 uur werk en 2 uur les" })).toBeVisible();
  await expect(page.getByText("Op dinsdag vallen werk en les samen: 12:00 – 13:00.")).toBeVisible();
  await page.getByLabel("Dinsdag: les").fill("13:00-15:00");
  await expect(page.getByText("vallen werk en les samen")).toHaveCount(0);
});
