import { expect, test } from "../fixtures";
import { aDraft, aFiling } from "../prepared";

const INTERMEDIARY = "90001354";

test("[J-13] an intermediary files for one of two employers and sees nothing of the other until they sign in for it", {
  tag: "@phone",
}, async ({ anEmployer, anOfficial }) => {
  const [one, other] = [await anEmployer(), await anEmployer()];
  const intermediary = await anEmployer({ of: one, intermediary: INTERMEDIARY });
  const { page } = intermediary;
  const theirs = await aDraft(other);

  await page.goto("/applications");
  const who = page.getByRole("region", { name: "Uw gegevens" });
  await expect(who).toContainText(`U handelt namens ${one.organisationName} (met machtiging)`);
  const { id } = await aFiling(intermediary);
  await page.goto(`/applications/${id}/receipt`);
  await expect(page.getByRole("main").getByText(one.organisationName)).toBeVisible();
  await one.page.goto(`/applications/${id}`);
  await expect(one.page.getByText("Uw aanvraag is ontvangen.")).toBeVisible();
  expect((await page.request.get(`/applications/${theirs.id}`)).status()).toBe(404);

  await anEmployer({ of: other, at: page, intermediary: INTERMEDIARY });
  expect((await page.request.get(`/applications/${id}`)).status()).toBe(404);
  await page.goto(`/applications/${theirs.id}`);
  await expect(page.getByText("Nog niet verzonden").first()).toBeVisible();

  const { page: reviewer } = await anOfficial(["reviewer"]);
  await reviewer.goto(`/cases/${id}`);
  const byMandate = `door Anna Bakker namens ${one.organisationName} (machtiging)`;
  await expect(reviewer.getByText(byMandate).first()).toBeVisible();
});
