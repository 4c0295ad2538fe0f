import type postgres from "postgres";
import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, askToComplete, takeUp } from "../prepared";

/** Moves the last day of the request to yesterday. */
const termPassed = (sql: postgres.Sql, id: string) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update completion_requests set due_on = current_date - 1, asked_on = current_date - 15
      where application_id = ${id}`;
  });

test("[J-99] two officials leave an incomplete application untreated, and the employer reads why", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, sql }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  await askToComplete(reviewer, id, "bank.iban");
  await termPassed(sql, id);

  const { page: staff } = reviewer;
  await staff.goto(`/cases/${id}`);
  await staff.getByRole("button", { name: "Vastleggen dat er geen antwoord kwam" }).click();
  await expect(staff.getByText(/Niet behandelen kan alleen met een besluit uiterlijk op/)).toBeVisible();
  await picture(staff, "case");
  await staff.getByRole("link", { name: "Voorstellen niet te behandelen" }).click();
  await staff.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(staff.getByText("Vul dit in.").first()).toBeVisible();
  await staff
    .getByLabel("Wat ontbreekt er nog, en waarom is dat nodig?")
    .fill("De rekening staat niet op uw naam.");
  await picture(staff, "propose");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Voorstel doen" }).click();
  await expect(staff.getByText("U hoeft nu niets te doen.")).toBeVisible();

  const { page: decider } = await anOfficial(["decider"]);
  await decider.goto(`/cases/${id}/decide`);
  const letter = decider.getByRole("article", {
    name: "Besluit: wij nemen uw aanvraag niet in behandeling",
  });
  await expect(letter.getByText("De rekening staat niet op uw naam.")).toBeVisible();
  await picture(decider, "decide");
  await decider.getByRole("button", { name: "Besluit nemen" }).click();
  await expect(decider.getByText("Aanvraag niet in behandeling genomen")).toBeVisible();

  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await expect(
    page.getByRole("heading", { name: "Uw aanvraag is niet in behandeling genomen" }),
  ).toBeVisible();
  await expect(page.getByText("De rekening staat niet op uw naam.")).toBeVisible();
  await expect(page.getByText("Bent u het er niet mee eens?")).toBeVisible();
  await picture(page, "status");
  await expectAccessible(page);
  const file = await page.request.get(`/applications/${id}/decision.pdf`);
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
});
