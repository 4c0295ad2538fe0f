import { expectAccessible } from "../accessible";
import { fill } from "../employer-walk";
import { expect, test } from "../fixtures";
import { tabTo } from "../keys";
import { picture } from "../picture";
import { aFiling, propose, takeUp } from "../prepared";

/** A year for each project, in which no other test sets a ceiling. */
const YEARS: Record<string, number> = { desktop: 2090, phone: 2091, "no-js": 2092 };

test(
  "[J-123] an official who proposed it, belongs to the employer or changed a ceiling reads why they cannot decide",
  {
    tag: ["@phone", "@no-js"],
  },
  async ({ anEmployer, anOfficial, sql }, info) => {
    const employer = await anEmployer();
    const { id } = await aFiling(employer);
    const both = await anOfficial(["reviewer", "decider"]);
    await takeUp(both, id);
    await propose(both, id, ["1"]);
    await both.page.goto(`/cases/${id}/decide`);
    await expect(both.page).toHaveURL(`/cases/${id}`);
    await expect(both.page.getByText(/Iemand anders beslist|Een collega beslist/).first()).toBeVisible();

    const { page: relative } = await anOfficial(["decider"], { belongsTo: employer });
    await relative.goto(`/cases/${id}/decide`);
    await expect(relative).toHaveURL("/cases/own-employer");
    await expect(relative.getByText(/verbonden aan deze werkgever/).first()).toBeVisible();
    await picture(relative, "own-employer");
    await expectAccessible(relative);

    const holder = await anOfficial(["budget_holder"]);
    const { page } = holder;
    await page.goto(`/budget/lines/startbaan-experimenten/${YEARS[info.project.name] ?? 2093}/amount`);
    await page.getByLabel("Nieuw plafond").fill("1.000.000");
    await page.getByLabel("Waarom verandert dit?").fill("Besluit bij de Najaarsnota.");
    await page.getByLabel("Waar is dit bekendgemaakt?").fill("Staatscourant 2026, 12345");
    await fill(page, { publishedOn: "2026-11-02" });
    await page.getByRole("button", { name: "Stel de wijziging voor" }).click();
    await expect(page).toHaveURL("/budget/changes");
    await sql`delete from staff_roles where person_id = ${holder.personId}`;
    await sql`insert into staff_roles (person_id, role) values (${holder.personId}, 'decider')`;
    await page.goto(`/cases/${id}/decide`);
    await page.getByRole("button", { name: "Besluit nemen" }).click();
    await expect(page.getByText(/^U hebt eerder een plafond gewijzigd/).first()).toBeVisible();
    await picture(page, "set-ceilings");
    await expectAccessible(page);

    const { page: decider } = await anOfficial(["decider"]);
    await decider.goto(`/cases/${id}/decide`);
    await decider.getByRole("button", { name: "Besluit nemen" }).click();
    await expect(decider.getByText("Subsidie toegekend")).toBeVisible();
  },
);

test("[J-124] a proposal is made and decided by keyboard alone", async ({ anEmployer, anOfficial }) => {
  const { id } = await aFiling(await anEmployer(), { tracks: ["general", "general"] });
  const { page: reviewer } = await anOfficial(["reviewer"]);
  await reviewer.goto(`/cases/${id}`);
  await tabTo(reviewer, reviewer.getByRole("button", { name: "In behandeling nemen" }));
  await reviewer.keyboard.press("Enter");
  await tabTo(reviewer, reviewer.getByRole("link", { name: "Voorstel maken" }));
  await reviewer.keyboard.press("Enter");
  await expect(reviewer).toHaveURL(`/cases/${id}/propose`);
  await tabTo(reviewer, reviewer.getByRole("checkbox", { name: "Traject 2" }));
  await reviewer.keyboard.press("Space");
  await tabTo(reviewer, reviewer.getByRole("button", { name: "Voorstel doen" }));
  await reviewer.keyboard.press("Enter");
  await expect(reviewer.getByRole("alert", { name: /klop(t|pen) nog/ })).toBeFocused();
  await tabTo(reviewer, reviewer.getByRole("checkbox", { name: /voorwaarden van de regeling/ }));
  await reviewer.keyboard.press("Space");
  await tabTo(reviewer, reviewer.getByLabel(/Uitleg aan de werkgever/));
  await reviewer.keyboard.type("Het tweede plan is te mager.");
  await tabTo(reviewer, reviewer.getByRole("button", { name: "Voorstel doen" }));
  await reviewer.keyboard.press("Enter");
  await expect(reviewer.getByText("U hoeft nu niets te doen.")).toBeVisible();

  const { page: decider } = await anOfficial(["decider"]);
  await decider.goto(`/cases/${id}`);
  await tabTo(decider, decider.getByRole("link", { name: "Voorstel bekijken en beslissen" }));
  await decider.keyboard.press("Enter");
  await expect(decider.getByRole("heading", { name: "De brief aan de werkgever" })).toBeVisible();
  await tabTo(decider, decider.getByRole("link", { name: "Bekijk het concept als PDF" }));
  await tabTo(decider, decider.getByRole("button", { name: "Besluit nemen" }));
  await decider.keyboard.press("Enter");
  await expect(decider.getByText("Subsidie deels toegekend")).toBeVisible();
});

test("[J-125] an auditor follows one decision on a phone: who proposed and decided, its checks and its letter", {
  tag: ["@phone"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  await propose(reviewer, id, ["1"]);
  const decider = await anOfficial(["decider"]);
  await decider.page.goto(`/cases/${id}/decide`);
  await decider.page.getByRole("button", { name: "Besluit nemen" }).click();
  await expect(decider.page.getByText("Subsidie toegekend")).toBeVisible();
  await (await employer.page.request.get(`/applications/${id}/decision.pdf`)).body();

  const { page } = await anOfficial(["auditor"]);
  await page.goto(`/cases/${id}`);
  const reference = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  for (const name of ["Wat er gebeurde", "Voorstellen", "Controles"])
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  for (const button of ["Voorstel maken", "Voorstel bekijken en beslissen"])
    await expect(page.getByRole("link", { name: button })).toHaveCount(0);
  const letter = page.getByRole("link", { name: /^Besluit van .* \(PDF\)$/ });
  const file = await page.request.get((await letter.getAttribute("href")) ?? "");
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await picture(page, "auditor-case");
  await expectAccessible(page);

  await page.goto("/audit");
  await page.getByLabel("Referentie").fill(reference);
  await page.getByRole("button", { name: "Zoek" }).click();
  await expect(page.getByText(reference).first()).toBeVisible();
  await picture(page, "auditor-events");
  await page.goto("/audit/invariants");
  await expectAccessible(page);
});
