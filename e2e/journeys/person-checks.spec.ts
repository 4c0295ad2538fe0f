import type postgres from "postgres";
import { aPersonNumber } from "../../db/testing/answers";
import type { Day } from "../../lib/dates";
import { destroyNumbers } from "../../lib/person-checks/commands/destroy-numbers";
import { expectAccessible } from "../accessible";
import { fill, goOn } from "../employer-walk";
import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aDraft, file, takeUp } from "../prepared";

/** A window of that year whose rules keep the number. */
async function aWindowWithNumber(sql: postgres.Sql, year: number): Promise<string> {
  const id = `voorbeeld-nummer-${year}`;
  await sql`insert into ceilings (line_id, year, ceiling_cents, source, decided_by)
    values ('werkgeverssubsidie', ${year}, 5000000, 'proef', 'proef')`;
  await sql`insert into windows (id, scheme, line_id, year, opens_at, closes_at, distribution, decision_weeks, term_from,
      rules_version, published_on, source, is_example)
    values (${id}, 'werkgeverssubsidie', 'werkgeverssubsidie', ${year}, ${`${year}-01-01`}, ${`${year}-12-30`}, 'day_rank_lot', 13,
      'receipt', 'werkgeverssubsidie-2026-nummer', ${`${year}-01-01`}, 'proef', true)`;
  return id;
}

test("[J-160] a reviewer checks a person with the authorities and by hand, and the number is destroyed on its day", {
  tag: "@alone",
}, async ({ anEmployer, anOfficial, visitor, travelTo, sql, year }) => {
  const today: Day = `${year}-03-02`;
  await travelTo(today);
  const windowId = await aWindowWithNumber(sql, year);
  const employer = await anEmployer();
  const { id, keys } = await aDraft(employer, { windowId, today });
  const number = `${aPersonNumber().slice(0, 9)}1`;

  await employer.page.goto(`/applications/${id}/trajectories/${keys[0]}`);
  await expect(
    employer.page.getByText(/bewaren wij het BSN of V-nummer versleuteld.*uiterlijk 91 dagen/),
  ).toBeVisible();
  await picture(employer.page, "question");
  await fill(employer.page, { personNumber: number });
  await goOn(employer.page);
  await expect(employer.page).not.toHaveURL(/trajectories/);
  await file(employer, id);

  await visitor.goto("/privacy");
  await expect(visitor.getByText(/^Werkgeverssubsidie: in rondes waarvan de regeling/)).toBeVisible();
  await picture(visitor, "privacy");

  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  const { page } = reviewer;
  await page.goto(`/cases/${id}`);
  await expect(page.getByText("Laat de baan controleren bij UWV.")).toBeVisible();
  await page.getByRole("link", { name: "Personen controleren bij de IND en UWV" }).click();
  await page.getByRole("button", { name: "Vraag de IND naar de verblijfsvergunning" }).click();
  await expect(page.getByRole("row", { name: /Verblijfsvergunning/ })).toContainText("Klopt");

  await page.getByRole("button", { name: "Leg de uitkomst vast" }).click();
  await expect(page.getByText("Kies een antwoord.").first()).toBeVisible();
  await picture(page, "incomplete");
  await fill(page, {
    personCheck: "employment",
    checkResult: "confirmed",
    checkExplanation: "UWV gebeld op 2 maart.",
  });
  await page.getByRole("button", { name: "Leg de uitkomst vast" }).click();
  await expect(page.getByRole("row", { name: /Baan/ })).toContainText("UWV gebeld op 2 maart.");

  await page.getByRole("button", { name: "Laat het nummer zien" }).click();
  await expect(page.getByText("Vul dit in.").first()).toBeVisible();
  await fill(page, { openingReason: "De IND vraagt het nummer." });
  await page.getByRole("button", { name: "Laat het nummer zien" }).click();
  await expect(page.getByText(`Het nummer is ${number}.`)).toBeVisible();
  await expectAccessible(page);
  await picture(page, "number");
  await page.goto(`/cases/${id}/persons`);
  await expect(page.getByText(/bekeek het nummer.*De IND vraagt het nummer\./)).toBeVisible();
  await expect(page.getByText(number)).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, "checked");

  const { page: colleague } = await anOfficial(["reviewer"]);
  await colleague.goto(`/cases/${id}/persons`);
  await expect(colleague.getByText(/Alleen de behandelaar/)).toBeVisible();
  await expect(colleague.getByRole("button", { name: "Laat het nummer zien" })).toHaveCount(0);

  await travelTo(`${year}-03-20`);
  await destroyNumbers();
  const { page: auditor } = await anOfficial(["auditor"]);
  await auditor.goto(`/cases/${id}/persons`);
  await expect(auditor.getByText(/Het BSN of V-nummer is vernietigd/)).toBeVisible();
  await auditor.goto(`/cases/${id}`);
  await expect(auditor.getByText("BSN of V-nummer vernietigd")).toBeVisible();
});
