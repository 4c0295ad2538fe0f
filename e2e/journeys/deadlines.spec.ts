import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, askToComplete, takeUp } from "../prepared";

test("[J-33] officials see what falls due and how soon, and open the case from it", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, sql }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  await askToComplete(reviewer, id, "bank.iban");
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update completion_requests set due_on = current_date - 2, asked_on = current_date - 16
      where application_id = ${id}`;
  });

  const { page } = reviewer;
  await page.goto("/cases");
  await page.getByRole("link", { name: "Termijnen" }).click();
  await page.getByRole("link", { name: "Alleen mijn aanvragen" }).click();
  await expect(page).toHaveURL("/deadlines?van=mij");
  const late = page.getByRole("region", { name: "Te laat" });
  await expect(late.getByText("De werkgever vulde niet aan. Leg dat vast en ga verder.")).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Daarna" }).getByText("Er moet een besluit zijn."),
  ).toBeVisible();
  await picture(page, "mine");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Antwoord op een aanvulverzoek" }).click();
  await expect(page).toHaveURL("/deadlines?soort=aanvulling&van=mij");
  await expect(page.getByRole("region", { name: "Daarna" })).toHaveCount(0);
  await late.getByRole("link").click();
  await expect(page).toHaveURL(`/cases/${id}`);
  await page.getByRole("button", { name: "Vastleggen dat er geen antwoord kwam" }).click();
  await expect(page.getByText(/Niet behandelen kan alleen met een besluit uiterlijk op/)).toBeVisible();

  const { page: holder } = await anOfficial(["budget_holder"]);
  await holder.goto("/budget");
  await holder.getByRole("link", { name: "Termijnen" }).click();
  await holder.getByRole("link", { name: "Besluit om niet te behandelen" }).click();
  await expect(holder.getByText("Niet behandelen kan tot en met deze dag.").first()).toBeVisible();
  await picture(holder, "holder");
  await expectAccessible(holder);
});
