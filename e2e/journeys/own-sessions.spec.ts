import { expectAccessible } from "../accessible";
import { heading } from "../employer-walk";
import { expect, test } from "../fixtures";
import { picture } from "../picture";

test("[J-145] an employer sees their sessions and ends the one in the other browser", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, signedInAgain, visitor: elsewhere }) => {
  const employer = await anEmployer();
  const { page } = employer;
  await signedInAgain({ ...employer, page: elsewhere });
  await elsewhere.goto("/applications");
  await expect(heading(elsewhere, "Mijn aanvragen")).toBeVisible();

  await page.goto("/applications");
  await page.getByRole("link", { name: "Waar u bent ingelogd" }).click();
  await expect(heading(page, "Waar u bent ingelogd")).toBeVisible();
  await expect(page.getByText(employer.organisationName)).toHaveCount(3);
  await expect(page.getByRole("heading", { name: "Hier, in deze browser" })).toBeVisible();
  await picture(page, "sessions");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Log uit in browser/ }).click();
  await expect(page.getByRole("button", { name: /^Log uit in browser/ })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Hier, in deze browser" })).toBeVisible();

  await elsewhere.goto("/applications");
  await expect(heading(elsewhere, "Inloggen")).toBeVisible();
  await page.getByRole("button", { name: "Log hier uit" }).click();
  await expect(heading(page, "U bent uitgelogd")).toBeVisible();
  await page.goto("/sessions");
  await expect(heading(page, "Inloggen")).toBeVisible();
});
