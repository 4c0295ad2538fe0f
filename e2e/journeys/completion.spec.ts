import type postgres from "postgres";
import { aPdf } from "../../db/testing/files";
import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";
import { aFiling, takeUp } from "../prepared";

/** Moves the last day to answer to today, as if two weeks had passed. */
const bringLastDay = (sql: postgres.Sql, id: string) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update completion_requests set asked_on = asked_on - (due_on - asked_on),
      due_on = asked_on where application_id = ${id}`;
  });

test("[J-95] a request to complete is written, previewed, sent and answered on the last day", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, sql }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer, { tracks: ["general", "women"] });
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);

  const { page: staff } = reviewer;
  await staff.goto(`/cases/${id}`);
  await staff.getByRole("link", { name: "Om aanvulling vragen" }).click();
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Verder" }).click();
  await expect(staff.getByText("Kies ten minste één punt.")).toBeVisible();
  await staff.getByRole("link", { name: "Andere punten kiezen" }).click();
  await staff
    .getByRole("group", { name: "Bankrekening" })
    .getByLabel("Op welke rekening wilt u de subsidie ontvangen?")
    .check();
  await staff.getByRole("group", { name: "Statushouder 2" }).getByLabel("Uren werk per week").check();
  await staff.getByRole("button", { name: "Verder" }).click();
  const hours = staff.getByRole("group", { name: "1. Statushouder 2: Uren werk per week" });
  await hours.getByRole("radio", { name: "Vraag over de inhoud" }).check();
  await staff.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(staff.getByText("Schrijf bij punt 1 op wat u nodig hebt.").first()).toBeVisible();
  await expectAccessible(staff);
  await hours.getByLabel("Wat hebt u nodig?").fill("In het plan staat 32 uur. Wat klopt er?");
  await staff.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(staff.getByRole("heading", { name: "Zo leest de werkgever het" })).toBeVisible();
  await expect(staff.getByText("In het plan staat 32 uur. Wat klopt er?")).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Verstuur aan de werkgever" }).click();
  await expect(staff.getByText(/Wij wachten tot en met/)).toBeVisible();
  await bringLastDay(sql, id);

  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await expect(page.getByRole("heading", { name: "Wij hebben iets van u nodig" })).toBeVisible();
  await page.getByRole("link", { name: "Vul de aanvraag aan" }).click();
  await expect(page.getByText("Vandaag is de laatste dag.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Verstuur de aanvulling" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: /Pas uw antwoord aan \(Bankrekening/ }).click();
  await expectAccessible(page);
  await page
    .getByRole("textbox", { name: "Op welke rekening wilt u de subsidie ontvangen?" })
    .fill("NL91 ABNA 0417 1643 01");
  await page.getByRole("button", { name: "Opslaan en verder" }).click();
  await expect(page.getByText(/Dit rekeningnummer klopt niet/).first()).toBeVisible();
  await page
    .getByRole("textbox", { name: "Op welke rekening wilt u de subsidie ontvangen?" })
    .fill("NL02 ABNA 0123 4567 89");
  await page.getByRole("button", { name: "Opslaan en verder" }).click();
  await expect(page.getByText("Bewaard. De aanvulling is nog niet verzonden.")).toBeVisible();
  await page.getByRole("link", { name: /Leg uit in eigen woorden \(Statushouder 2/ }).click();
  await expectAccessible(page);
  await page.getByLabel("Uw uitleg").fill("Vanaf de tweede maand is het 32 uur.");
  await page.getByRole("button", { name: "Bewaar uw uitleg" }).click();
  await expect(page.getByText("Uw uitleg: Vanaf de tweede maand is het 32 uur.")).toBeVisible();
  await expect(page.getByText("NL02 ABNA 0123 4567 89")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Verstuur de aanvulling" }).click();
  await expect(page).toHaveURL(`/applications/${id}`);
  await expect(page.getByText("Wij hebben uw aanvulling ontvangen.")).toBeVisible();

  await staff.goto(`/cases/${id}`);
  await expect(
    staff.getByText("Uitleg van de werkgever: Vanaf de tweede maand is het 32 uur."),
  ).toBeVisible();
  await expect(staff.getByRole("region", { name: /Bankrekening/ })).toContainText("NL02 ABNA 0123 4567 89");
  await expect(staff.getByRole("link", { name: "Voorstel maken" })).toBeVisible();
  await expectAccessible(staff);
});

test("[J-88] a requested file is added in the answer to the request", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);

  const { page: staff } = reviewer;
  await staff.goto(`/cases/${id}/completion`);
  await staff.getByRole("group", { name: "Bestanden" }).getByLabel("Bankafschrift").check();
  await staff.getByRole("button", { name: "Verder" }).click();
  const statement = staff.getByRole("group", { name: "1. Bestanden: Bankafschrift" });
  await expect(statement.getByRole("radio", { name: "Dit moet in de aanvraag staan" })).toBeChecked();
  await statement.getByLabel("Wat hebt u nodig?").fill("De naam op het afschrift is niet te lezen.");
  await staff.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(staff.getByText("1. Bestanden: Bankafschrift")).toBeVisible();
  await staff.getByRole("button", { name: "Verstuur aan de werkgever" }).click();
  await expect(staff.getByText(/Wij wachten tot en met/)).toBeVisible();

  const { page } = employer;
  await page.goto(`/applications/${id}/completion`);
  const item = page.getByRole("region", { name: "Bestanden: Bankafschrift" });
  await expect(item.getByText("Nog te doen")).toBeVisible();
  await item.getByRole("link", { name: "Voeg het bestand toe" }).click();
  await expect(page.getByText("De naam op het afschrift is niet te lezen.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Bankafschrift" })).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel("Het bestand", { exact: true }).setInputFiles({
    name: "Leesbaar afschrift.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(aPdf("Goed leesbaar")),
  });
  await page.getByRole("button", { name: "Voeg dit bestand toe" }).click();
  await expect(page.getByText("Het bestand is toegevoegd.")).toBeVisible();
  await page.getByRole("link", { name: "Terug naar uw aanvulling" }).last().click();
  await expect(item.getByText("Toegevoegd", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Verstuur de aanvulling" }).click();
  await expect(page.getByText("Wij hebben uw aanvulling ontvangen.")).toBeVisible();

  await staff.goto(`/cases/${id}`);
  await expect(staff.getByRole("link", { name: "Leesbaar afschrift.pdf" })).toBeVisible();
});
