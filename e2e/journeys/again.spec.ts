import { heading } from "../employer-walk";
import { expect, test } from "../fixtures";
import { plainForm, post } from "../plain-form";
import { aDraft, aFiling, anEmptyDraft } from "../prepared";

test("[J-85] filing an application several times gives one application, one reference and one mail", {
  tag: "@no-js",
}, async ({ anEmployer, sql }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { id } = await aDraft(employer);
  const path = `/applications/${id}/check`;
  const button = "Verzend de aanvraag";
  const form = await plainForm(page, path, button);
  await page.goto(path);
  await page.getByRole("button", { name: button }).dblclick();
  await expect(heading(page, "Uw aanvraag is verzonden")).toBeVisible();

  const answers = await Promise.all([post(page, path, form), post(page, path, form), post(page, path, form)]);
  for (const answer of answers) {
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toContain(`/applications/${id}/receipt`);
  }
  await page.goto(path);
  await expect(page).toHaveURL(/\/receipt$/);
  const rows =
    await sql`select reference from applications where organisation_id = ${employer.organisationId}`;
  expect(rows).toHaveLength(1);
  await expect(page.getByText(rows[0]?.reference).first()).toBeVisible();
  const mails =
    await sql`select data ->> 'kind' as kind from pgboss.job where name = 'mail' and data ->> 'applicationId' = ${id}`;
  expect(mails.map(({ kind }) => kind)).toEqual(["receipt"]);
  const sent =
    await sql`select type from events where application_id = ${id} and type = 'application.submit'`;
  expect(sent).toHaveLength(1);
});

test("[J-101] when the connection is lost after filing, filing again gives the same reference", async ({
  anEmployer,
  sql,
}) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { id } = await aDraft(employer);
  const path = `/applications/${id}/check`;
  await page.goto(path);
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    await route.abort("internetdisconnected");
  });
  await page.getByRole("button", { name: "Verzend de aanvraag" }).click();
  await expect(
    page.getByRole("alert").getByText(/Wij weten niet zeker of het versturen is gelukt/),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: /Kijk hoe het ervoor staat/ })).toHaveAttribute(
    "href",
    `/applications/${id}`,
  );
  const filed = () =>
    sql`select reference from applications where organisation_id = ${employer.organisationId}`;
  const [first] = await filed();
  expect(first?.reference).toMatch(/^WS-/);

  await page.unroute(`**${path}`);
  await page.getByRole("button", { name: "Verzend de aanvraag" }).click();
  await expect(heading(page, "Uw aanvraag is verzonden")).toBeVisible();
  await expect(page.getByText(first?.reference).first()).toBeVisible();
  expect(await filed()).toEqual([first]);
  const events =
    await sql`select type from events where application_id = ${id} and type = 'application.submit'`;
  expect(events).toHaveLength(1);
});

test("[J-102] the Back button after filing shows that it was sent, and it cannot be sent again", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, sql }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { id } = await aDraft(employer);
  await page.goto(`/applications/${id}/bank`);
  await page.goto(`/applications/${id}/check`);
  await page.getByRole("button", { name: "Verzend de aanvraag" }).click();
  await expect(heading(page, "Uw aanvraag is verzonden")).toBeVisible();

  await page.goBack();
  await expect(heading(page, "Uw aanvraag is verzonden")).toBeVisible();
  await expect(page.getByRole("button", { name: "Verzend de aanvraag" })).toHaveCount(0);
  await page.goBack();
  await expect(page).not.toHaveURL(/receipt$/);
  await expect(page.getByLabel("Op welke rekening wilt u de subsidie ontvangen?")).toHaveCount(0);
  await expect(page.getByText(/WS-\d{4}-\d{6}-\w/).first()).toBeVisible();
  const events =
    await sql`select type from events where application_id = ${id} and type = 'application.submit'`;
  expect(events).toHaveLength(1);
});

test("[J-86] an invited colleague arrives in the draft; the mail gives nobody else access", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, visitor }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const id = await anEmptyDraft(employer);
  await page.goto(`/applications/${id}`);
  await page.getByRole("link", { name: "Nodig een collega uit om mee te helpen" }).click();
  await page.getByRole("button", { name: "Stuur de uitnodiging" }).click();
  await expect(page.getByText("Vul dit in.").first()).toBeVisible();
  await page.getByLabel("E-mailadres van uw collega").fill("collega@voorbeeld.example");
  await page.getByRole("button", { name: "Stuur de uitnodiging" }).click();
  await expect(page.getByText("De uitnodiging is onderweg.")).toBeVisible();
  await expect(page.getByText("collega@voorbeeld.example")).toBeVisible();

  const link = `/applications/${id}`;
  const stranger = await anEmployer();
  expect((await stranger.page.request.get(link)).status()).toBe(404);
  await visitor.goto(link);
  await expect(heading(visitor, "Inloggen")).toBeVisible();
  await anEmployer({ of: employer, at: visitor });
  await visitor.goto(new URL(visitor.url()).searchParams.get("next") ?? "");
  await expect(heading(visitor, /Aanvraag werkgeverssubsidie/)).toBeVisible();
  await expect(visitor.getByText("Nog niet verzonden").first()).toBeVisible();
});

test("[J-87] a second application starts with the plans of the first, without its persons", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { pseudonyms } = await aFiling(employer, { tracks: ["women"] });
  await page.goto("/applications");
  await page.getByRole("link", { name: /Begin een nieuwe aanvraag met deze antwoorden/ }).click();
  await expect(page.getByText("U begint met een kopie van Werkgeverssubsidie")).toBeVisible();
  await page.getByRole("button", { name: "Begin met een kopie een aanvraag startbaan" }).first().click();
  await expect(page.getByText("Uw eerdere antwoorden staan al ingevuld.")).toBeVisible();
  await expect(page.getByText(pseudonyms[0] ?? "?")).toBeHidden();
  await page.getByRole("link", { name: "Statushouder 1", exact: true }).click();
  await expect(page.getByLabel("Hoe is de begeleiding geregeld?")).toHaveValue(/Elke week/);
  await expect(page.getByLabel("Hoe wilt u deze persoon hier noemen?")).toHaveValue("");
  await expect(page.getByText("Het nummer is vastgelegd")).toBeHidden();
});
