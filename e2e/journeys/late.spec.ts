import type postgres from "postgres";
import { dayOf } from "../../lib/dates";
import { expectAccessible } from "../accessible";
import { fill } from "../employer-walk";
import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, takeUp } from "../prepared";

/** Moves the last day to decide this many days into the past. */
const lateBy = (sql: postgres.Sql, id: string, days: number) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set due_on = current_date - ${days}::int where id = ${id}`;
    await tx`update work_items set due_on = current_date - ${days}::int where application_id = ${id}`;
  });

test("[J-34] a delay is announced; the employer gives notice of default and the penalty counts", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, sql }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  await lateBy(sql, id, -1);

  const { page: staff } = reviewer;
  await staff.goto(`/cases/${id}`);
  await staff.getByRole("link", { name: "Melden dat het besluit later komt" }).click();
  await staff.getByLabel("Waarom duurt het langer?").fill("Wij wachten op gegevens van het handelsregister.");
  await staff.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(staff.getByText("Vul dit in.").first()).toBeVisible();
  await picture(staff, "delay");
  await expectAccessible(staff);
  await fill(staff, { expectedOn: dayOf(new Date(Date.now() + 21 * 86_400_000)) });
  await staff.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(staff.getByRole("heading", { name: "Ons besluit komt later" })).toBeVisible();
  await picture(staff, "delay-preview");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Verstuur aan de werkgever" }).click();
  await expect(staff.getByText(/is aan de werkgever gemeld: besluit uiterlijk op/)).toBeVisible();

  const { page } = employer;
  await page.goto("/messages");
  await expect(page.getByRole("heading", { name: "Bericht van uitstel" })).toBeVisible();
  const file = page.getByRole("link", { name: /pdf/i }).first();
  const letter = await page.request.get((await file.getAttribute("href")) ?? "");
  expect((await letter.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.goto(`/applications/${id}`);
  await expect(page.getByText("Ons besluit komt later.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Bericht van uitstel van .* \(PDF\)$/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ons besluit is te laat" })).toHaveCount(0);

  await lateBy(sql, id, 16);
  await page.goto(`/applications/${id}`);
  await page.getByRole("link", { name: "Lees hoe u ons in gebreke stelt" }).click();
  await expect(page).toHaveURL(`/applications/${id}/default-notice`);
  await picture(page, "notice");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stel het ministerie in gebreke" }).click();
  await expect(page.getByText(/U stelde ons in gebreke op/)).toBeVisible();
  await picture(page, "status");

  await staff.goto(`/cases/${id}`);
  await expect(staff.getByText(/Dan is er geen dwangsom./)).toBeVisible();
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update default_notices set received_on = received_on - 15 where application_id = ${id}`;
  });
  await staff.goto(`/cases/${id}`);
  await expect(staff.getByText(/De dwangsom loopt sinds .*: 1 dag, nu €\s23/)).toBeVisible();
  await picture(staff, "counter");
  await expectAccessible(staff);
});

test("[J-120] a notice of default that came by post is entered, after a preview of its confirmation", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, sql }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  await lateBy(sql, id, 5);

  const { page: staff } = reviewer;
  const daysAgo = (days: number) => dayOf(new Date(Date.now() - days * 86_400_000));
  await staff.goto(`/cases/${id}`);
  await staff.getByRole("link", { name: "Ingebrekestelling per post vastleggen" }).click();
  await expect(staff).toHaveURL(`/cases/${id}/default-notice`);
  await expectAccessible(staff);
  await fill(staff, { receivedOn: daysAgo(8) });
  await staff.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(staff.getByText(/In gebreke stellen kan nog niet/).first()).toBeVisible();
  await fill(staff, { receivedOn: daysAgo(3) });
  await staff.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(
    staff.getByRole("heading", { name: "Wij hebben uw ingebrekestelling ontvangen" }),
  ).toBeVisible();
  await expect(staff.getByText("De aanvraag blijft")).toBeVisible();
  await picture(staff, "notice-preview");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Verstuur aan de werkgever" }).click();
  await expect(staff).toHaveURL(`/cases/${id}`);
  await expect(staff.getByText(/Ingebrekestelling ontvangen op/)).toBeVisible();
  await expect(staff.getByRole("link", { name: "Ingebrekestelling per post vastleggen" })).toHaveCount(0);
  await staff.goto(`/cases/${id}/default-notice/preview`);
  await expect(staff).toHaveURL(`/cases/${id}`);

  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await expect(page.getByText(/U stelde ons in gebreke op/)).toBeVisible();
  await page.goto("/messages");
  await expect(page.getByRole("heading", { name: "Bevestiging van uw ingebrekestelling" })).toBeVisible();
});

test("[J-126] the term for a decision is suspended after a preview of the letter, and runs again", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);

  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await expect(page.getByText("13 weken nadat u de aanvraag verstuurde")).toBeVisible();

  const { page: staff } = reviewer;
  await staff.goto(`/cases/${id}`);
  await staff.getByRole("link", { name: "De termijn stilzetten" }).click();
  await staff.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(staff.getByRole("alert", { name: /klop(t|pen) nog/ })).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole("radio", { name: "De vertraging komt door de werkgever" }).check();
  await staff.getByLabel("Wat is er aan de hand?").fill("U verhuist, en uw dossier is ingepakt.");
  await fill(staff, { resumesOn: dayOf(new Date(Date.now() + 300 * 86_400_000)) });
  await staff.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(staff.getByText(/Dit is te lang/).first()).toBeVisible();
  await picture(staff, "suspension");
  await fill(staff, { resumesOn: dayOf(new Date(Date.now() + 21 * 86_400_000)) });
  await staff.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(staff.getByRole("heading", { name: "De termijn voor ons besluit staat stil" })).toBeVisible();
  await expect(staff.getByText(/tweede lid, onder b/)).toBeVisible();
  await picture(staff, "suspension-preview");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Verstuur aan de werkgever" }).click();
  await expect(staff.getByText(/De termijn staat stil sinds .*, door de werkgever/)).toBeVisible();
  await picture(staff, "suspended-case");
  await staff.goto("/deadlines?soort=stilstand");
  await expect(staff.getByText("Vanaf die dag loopt de termijn weer.").first()).toBeVisible();

  await page.goto(`/applications/${id}`);
  await expect(page.getByText(/De termijn voor ons besluit staat stil tot/)).toBeVisible();
  await picture(page, "suspended-status");
  await expectAccessible(page);
  await page.goto("/messages");
  await expect(page.getByRole("heading", { name: "De termijn staat stil" })).toBeVisible();

  await staff.goto(`/cases/${id}`);
  await staff.getByRole("button", { name: "De termijn weer laten lopen" }).click();
  await expect(staff.getByText(/De termijn stond stil van/)).toBeVisible();
  await page.goto(`/applications/${id}`);
  await expect(page.getByText(/De termijn voor ons besluit staat stil tot/)).toHaveCount(0);
  await page.goto("/messages");
  await expect(page.getByRole("heading", { name: "De termijn loopt weer" })).toBeVisible();
});
