import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, type SignedIn, test } from "./fixtures";
import { addressOf, PROTECTED, ROUTES, type Who } from "./pages";
import { aDraft, aFiling, type Draft, propose, takeUp } from "./prepared";

const ofOneApplication = ROUTES.filter(({ of }) => of !== undefined);
const get = (page: Page, path: string, headers = {}) => page.request.get(path, { headers, maxRedirects: 0 });

/** The HTML of a page, without nonces, the ids in its address and the order of its parts. */
const wording = (html: string): string =>
  html
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID")
    .replaceAll(/asOf(\\?":)\d+/g, "asOf")
    .replaceAll(/nonce(="|\\?":\\?")[\w+/=]+/g, "nonce")
    .replaceAll(/"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g, "")
    .split(String.raw`\n`)
    .sort()
    .join("\n");

test("a visitor is sent to sign in from every protected page, with the address to come back to", async ({
  visitor: page,
}) => {
  const ids = { id: randomUUID(), key: randomUUID() };
  for (const route of PROTECTED) {
    const path = addressOf(route, ids);
    const answer = await get(page, `${path}?from=check`);
    expect.soft(answer.status(), path).toBe(307);
    const next = new URLSearchParams({ next: `${path}?from=check` });
    expect.soft(answer.headers().location, path).toBe(`/sign-in?${next}`);
  }
});

test("an employer cannot tell another employer's pages from absent ones", async ({ anEmployer }) => {
  const [owner, stranger] = [await anEmployer(), await anEmployer()];
  const draft = await aDraft(owner);
  const filed = await aFiling(await anEmployer());
  const nothing = { id: randomUUID(), key: randomUUID() };
  for (const route of ofOneApplication.filter(({ who }) => who.includes("employer"))) {
    const { id, keys } = route.of === "draft" ? draft : filed;
    const theirs = await get(stranger.page, addressOf(route, { id, key: keys[0] ?? "" }));
    const absent = await get(stranger.page, addressOf(route, nothing));
    expect.soft(theirs.status(), route.path).toBe(404);
    expect.soft(wording(await theirs.text()), route.path).toBe(wording(await absent.text()));
  }
});

test("requests of Next's router reveal nothing of another employer either", async ({ anEmployer }) => {
  const [owner, stranger] = [await anEmployer(), await anEmployer()];
  const draft = await aDraft(owner);
  const secrets = [owner.organisationName, draft.pseudonyms[0] ?? "", "Noor de Wit"];
  const payload = { RSC: "1" };
  const fetched = async (page: Page, path: string, headers: Record<string, string>) =>
    (await page.request.get(path, { headers })).text();
  expect(await fetched(owner.page, `/applications/${draft.id}?_rsc=a`, payload)).toContain(
    draft.pseudonyms[0],
  );
  for (const route of ofOneApplication.filter(({ who }) => who.includes("employer")))
    for (const headers of [payload, { ...payload, "Next-Router-Prefetch": "1" }]) {
      const path = `${addressOf(route, { id: draft.id, key: draft.keys[0] ?? "" })}?_rsc=a`;
      const body = await fetched(stranger.page, path, headers);
      for (const secret of secrets) expect.soft(body, path).not.toContain(secret);
    }
});

const KINDS: readonly Exclude<Who, "visitor">[] = [
  "employer",
  "reviewer",
  "decider",
  "budget_holder",
  "auditor",
];

for (const who of KINDS)
  test(`${who} finds nothing on the pages of others`, async ({ anEmployer, anOfficial }) => {
    const { page } = who === "employer" ? await anEmployer() : await anOfficial([who]);
    const owner = await anEmployer();
    const draft = await aDraft(owner);
    const filed = await aFiling(await anEmployer());
    for (const route of PROTECTED.filter((candidate) => !candidate.who.includes(who))) {
      const { id, keys } = route.of === "draft" ? draft : filed;
      const answer = await get(page, addressOf(route, { id, key: keys[0] ?? "" }));
      expect.soft(answer.status(), route.path).toBe(404);
      expect.soft(await answer.text(), route.path).not.toContain(owner.organisationName);
    }
  });

test("a draft is not visible to officials", async ({ anEmployer, anOfficial }) => {
  const { id } = await aDraft(await anEmployer());
  const { page } = await anOfficial(["reviewer"]);
  expect((await get(page, `/cases/${id}`)).status()).toBe(404);
  expect((await get(page, `/cases/${id}/propose`)).status()).toBe(404);
});

test("an auditor sees a case and cannot act on it", async ({ anEmployer, anOfficial }) => {
  const { id } = await aFiling(await anEmployer());
  const { page } = await anOfficial(["auditor"]);
  await page.goto(`/cases/${id}`);
  await expect(page.getByText("U hoeft nu niets te doen.")).toBeVisible();
  await expectNothingToPress(page);
});

test("an official who belongs to the employer finds nothing of the case, and reads why", async ({
  anEmployer,
  anOfficial,
}) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const own = await anOfficial(["reviewer"], { belongsTo: employer });
  await own.page.goto(`/cases/${id}`);
  await expect(own.page).toHaveURL("/cases/own-employer");
  await expect(own.page.getByText("U bent zelf verbonden aan deze werkgever")).toBeVisible();
  await expect(own.page.getByText(employer.organisationName)).toHaveCount(0);

  const reviewer = await anOfficial(["reviewer"]);
  const list = `/cases?${new URLSearchParams({ toon: "alle", zoek: employer.organisationName })}`;
  for (const [{ page }, count] of [
    [own, 0],
    [reviewer, 1],
  ] as const) {
    await page.goto(list);
    await expect(page.locator(`a[href^="/cases/${id}"]`)).toHaveCount(count);
  }
  await takeUp(reviewer, id);
  expect((await get(own.page, `/cases/${id}/propose`)).status()).toBe(307);
  await propose(reviewer, id, ["1"]);
  const ownDecider = await anOfficial(["decider"], { belongsTo: employer });
  expect((await get(ownDecider.page, `/cases/${id}/decide`)).status()).toBe(307);
});

test("what is denied to somebody is in the log: by role, by level of sign-in and by a tie", async ({
  anEmployer,
  anOfficial,
  sql,
}) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const low = await anEmployer({ assurance: "loa2" });
  const tied = await anOfficial(["reviewer"], { belongsTo: employer });
  await get(employer.page, `/cases/${id}`);
  await get(low.page, "/messages");
  await get(tied.page, `/cases/${id}`);
  const denied = async ({ personId }: SignedIn) =>
    (
      await sql`select payload from events where type = 'access.deny' and stream = ${`person:${personId}`}`
    ).map(({ payload }) => payload);
  expect(await denied(employer)).toEqual([{ reason: "role", place: "/cases/:id" }]);
  expect(await denied(low)).toEqual([{ reason: "level", place: "/messages" }]);
  expect(new Set((await denied(tied)).map(({ reason }) => reason))).toEqual(new Set(["tie"]));
});

test("a colleague sees the same application", async ({ anEmployer }) => {
  const owner = await anEmployer();
  const draft: Draft = await aDraft(owner);
  const colleague: SignedIn = await anEmployer({ of: owner });
  expect((await get(colleague.page, `/applications/${draft.id}`)).status()).toBe(200);
});

async function expectNothingToPress(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await expect(main.getByRole("button", { name: /^(?!Sneltoetsen$)/ })).toHaveCount(0);
  await expect(main.getByRole("link", { name: /Voorstel|beslissen/ })).toHaveCount(0);
}
