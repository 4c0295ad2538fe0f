import { expect, type Page } from "@playwright/test";
import type postgres from "postgres";
import { type SignedIn, test } from "./fixtures";
import { plainForm, post } from "./plain-form";
import { aDraft, aFiling, type Draft, propose, takeUp } from "./prepared";

/** All rows of one organisation, to see that they did not change. */
async function all(sql: postgres.Sql, { organisationId }: SignedIn): Promise<unknown> {
  const [row] = await sql`select
    (select jsonb_agg(a order by id) from applications a where organisation_id = ${organisationId}) as applications,
    (select jsonb_agg(t order by application_id, number) from trajectories t where organisation_id = ${organisationId}) as trajectories,
    (select jsonb_agg(d order by application_id) from decisions d where organisation_id = ${organisationId}) as decisions,
    (select jsonb_agg(e order by stream, number) from events e where organisation_id = ${organisationId}) as events`;
  return row;
}

type Ids = Pick<Draft, "id" | "keys">;

/** The ids of one employer replaced by those of the other. */
const forge = (text: string, mine: Ids, theirs: Ids): string =>
  text.replaceAll(mine.id, theirs.id).replaceAll(mine.keys[0] ?? "-", theirs.keys[0] ?? "-");

const FORMS = [
  { does: "saves answers", at: ({ id }: Ids) => `/applications/${id}/company`, button: "Opslaan en verder" },
  {
    does: "adds a trajectory",
    at: ({ id }: Ids) => `/applications/${id}`,
    button: "Voeg nog een statushouder toe",
  },
  {
    does: "removes a trajectory",
    at: ({ id, keys }: Ids) => `/applications/${id}/trajectories/${keys[0]}/remove`,
    button: "Ja, haal weg",
  },
  { does: "sends", at: ({ id }: Ids) => `/applications/${id}/check`, button: "Verzend de aanvraag" },
  { does: "withdraws", at: ({ id }: Ids) => `/applications/${id}/withdraw`, button: "Ja, trek", filed: true },
] as const;

for (const { does, at, button, ...rest } of FORMS) {
  const prepare = "filed" in rest ? aFiling : aDraft;

  test(`a form that ${does}, posted without scripts with ids of another employer, is not found and changes nothing`, async ({
    anEmployer,
    sql,
  }) => {
    const [attacker, victim] = [await anEmployer(), await anEmployer()];
    const [mine, theirs] = [await prepare(attacker), await prepare(victim)];
    const before = await all(sql, victim);
    const honest = await plainForm(attacker.page, at(mine), button);
    const forged = new FormData();
    for (const [name, value] of honest) forged.append(name, forge(String(value), mine, theirs));
    expect([...forged.values()].join()).toContain(theirs.id);
    for (const target of [at(mine), at(theirs)])
      expect.soft((await post(attacker.page, target, forged)).status(), target).toBe(404);
    for (const elsewhere of ["/applications", "/"])
      expect.soft([404, 409]).toContain((await post(attacker.page, elsewhere, forged)).status());
    expect(await all(sql, victim)).toEqual(before);
  });

  test(`a form that ${does}, sent by a script with ids of another employer, is not found and changes nothing`, async ({
    anEmployer,
    sql,
  }) => {
    const [attacker, victim] = [await anEmployer(), await anEmployer()];
    const [mine, theirs] = [await prepare(attacker), await prepare(victim)];
    const before = await all(sql, victim);
    await attacker.page.goto(at(mine));
    await forgePosts(attacker.page, mine, theirs);
    const answer = attacker.page.waitForResponse((response) => response.request().method() === "POST");
    await attacker.page.getByRole("button", { name: button }).click();
    expect((await answer).status()).toBe(404);
    await expect(attacker.page.getByRole("heading", { name: "Deze pagina bestaat niet" })).toBeVisible();
    expect(await all(sql, victim)).toEqual(before);
  });
}

/** Replaces the ids in every action request of the browser by those of another employer. */
async function forgePosts(page: Page, mine: Ids, theirs: Ids): Promise<void> {
  await page.route("**", async (route) => {
    const request = route.request();
    const body = request.postData();
    if (request.method() !== "POST" || body === null) return route.fallback();
    expect(request.headers()["next-action"]).toBeDefined();
    const forged = forge(body, mine, theirs);
    expect(forged).not.toBe(body);
    return route.continue({ postData: forged });
  });
}

test("an action of one duty does nothing for another duty", async ({ anEmployer, anOfficial, sql }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  const decider = await anOfficial(["decider"]);
  const others = [decider, await anOfficial(["auditor"]), await anOfficial(["budget_holder"]), employer];

  const taking = await plainForm(reviewer.page, `/cases/${id}`, "In behandeling nemen");
  await refusesAll(sql, employer, taking, others, `/cases/${id}`);
  await takeUp(reviewer, id);
  const proposing = await plainForm(reviewer.page, `/cases/${id}/propose`, "Voorstel doen");
  await refusesAll(sql, employer, proposing, others, `/cases/${id}/propose`);
  await propose(reviewer, id, ["1"]);
  const deciding = await plainForm(decider.page, `/cases/${id}/decide`, "Besluit nemen");
  await refusesAll(sql, employer, deciding, [reviewer, ...others.slice(1)], `/cases/${id}/decide`);
});

async function refusesAll(
  sql: postgres.Sql,
  employer: SignedIn,
  form: FormData,
  people: readonly SignedIn[],
  path: string,
): Promise<void> {
  const before = await all(sql, employer);
  for (const { page } of people) expect((await post(page, path, form)).status()).toBe(404);
  expect(await all(sql, employer)).toEqual(before);
}

test("a case of one's own employer cannot be taken up with the form of another case", async ({
  anEmployer,
  anOfficial,
  sql,
}) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const reviewer = await anOfficial(["reviewer"]);
  const own = await anOfficial(["reviewer"], { belongsTo: employer });
  const form = await plainForm(reviewer.page, `/cases/${id}`, "In behandeling nemen");
  const before = await all(sql, employer);
  const answer = await post(own.page, `/cases/${id}`, form);
  expect(await answer.text()).toContain("U bent zelf verbonden aan deze werkgever");
  expect(await all(sql, employer)).toEqual(before);
});
