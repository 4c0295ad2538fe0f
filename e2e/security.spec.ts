import type { APIResponse } from "@playwright/test";
import { hashOf } from "../lib/auth/token";
import { expect, test } from "./fixtures";
import { plainForm, post } from "./plain-form";
import { aDraft, aFiling } from "./prepared";

const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** What every answer carries, a page, a refusal and a file alike. */
function expectGuarded(answer: APIResponse, isFile = false): void {
  const where = `${answer.status()} ${new URL(answer.url()).pathname}`;
  const headers = answer.headers();
  const policy = headers["content-security-policy"] ?? "";
  expect.soft(headers, where).toMatchObject(HEADERS);
  expect.soft(headers["permissions-policy"], where).toContain("camera=()");
  expect.soft(headers["x-powered-by"], where).toBeUndefined();
  expect.soft(policy, where).toContain("frame-ancestors 'none'");
  expect.soft(policy, where).not.toContain("unsafe");
  if (isFile) expect.soft(policy, where).toContain("sandbox");
  else expect.soft(policy, where).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/);
}

test("pages, refusals, endpoints and files of the site itself all carry the same protection", async ({
  visitor: page,
}) => {
  const html = await (await page.request.get("/")).text();
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(html)?.[1] ?? "no script on the page";
  const paths = ["/", "/budget", "/sign-in", "/nothing-here", "/schemes/nothing-here", "/api/health", script];
  for (const path of [...paths, "/api/auth/sign-in/nobody", "/applications", "/icon.svg"])
    expectGuarded(await page.request.get(path, { maxRedirects: 0 }));
  const refused = await page.request.post("/applications", { headers: { origin: "https://other.example" } });
  expect(refused.status()).toBe(403);
  expectGuarded(refused);
});

test("no page carries a script or a style of its own outside the policy, and each gets a new nonce", async ({
  visitor: page,
}) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/", "/budget", "/nothing-here"]) {
    const answer = await page.request.get(path);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "";
    const html = await answer.text();
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/<style\b| style="| on[a-z]+="/);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(4);
});

test("a download is a file that is not shown, kept nowhere and powerless, for its owner alone", async ({
  anEmployer,
}) => {
  const [owner, stranger] = [await anEmployer(), await anEmployer()];
  const { id } = await aFiling(owner);
  const path = `/applications/${id}/receipt.pdf`;
  const file = await owner.page.request.get(path);
  expect(file.status()).toBe(200);
  expectGuarded(file, true);
  expect(file.headers()["content-type"]).toBe("application/pdf");
  expect(file.headers()["content-disposition"]).toMatch(/^attachment; filename="[\w-]+\.pdf"$/);
  expect(file.headers()["cache-control"]).toContain("no-store");
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const refused = await stranger.page.request.get(path);
  expect(refused.status()).toBe(404);
  expectGuarded(refused, true);
});

test("what is personal is kept by no cache", async ({ anEmployer }) => {
  const employer = await anEmployer();
  const { id } = await aDraft(employer);
  for (const path of ["/applications", `/applications/${id}`, `/applications/${id}/bank`]) {
    const { "cache-control": kept } = (await employer.page.request.get(path)).headers();
    expect.soft(kept, path).toContain("no-store");
  }
});

const FOREIGN: { from: string; headers: Record<string, string> }[] = [
  { from: "nowhere", headers: {} },
  { from: "another site", headers: { origin: "https://other.example" } },
  {
    from: "another site that calls itself the host",
    headers: { origin: "https://other.example", "x-forwarded-host": "other.example" },
  },
  { from: "a page without an origin", headers: { origin: "null" } },
  { from: "a neighbouring site", headers: { "sec-fetch-site": "same-site" } },
];

test("a form that comes from elsewhere is refused and changes nothing", async ({ anEmployer, sql }) => {
  const employer = await anEmployer();
  const { id } = await aDraft(employer);
  const form = await plainForm(employer.page, `/applications/${id}/check`, "Verzend de aanvraag");
  for (const { from, headers } of FOREIGN) {
    const answer = await post(employer.page, `/applications/${id}/check`, form, headers);
    expect.soft(answer.status(), from).toBe(403);
  }
  const [row] = await sql`select state, version from applications where id = ${id}`;
  expect(row).toEqual({ state: "draft", version: 1 });
});

test("the session is out of reach of scripts, goes to no other site, and its secret is not in the database", async ({
  visitor: page,
  sql,
}) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Inloggen als medewerker" }).click();
  await page.getByRole("button", { name: "Hanneke Vos" }).click();
  await expect(page).toHaveURL("/cases");
  const { hostname } = new URL(page.url());
  const cookies = (await page.context().cookies()).filter(({ domain }) => domain === hostname);
  const ours = cookies.filter(({ name }) => name.includes("portal-"));
  expect(ours.length).toBeGreaterThan(0);
  for (const cookie of ours) {
    expect(cookie).toMatchObject({ httpOnly: true, path: "/" });
    expect(["Lax", "Strict"]).toContain(cookie.sameSite);
  }
  const token = ours.find(({ name }) => name.endsWith("portal-session"))?.value ?? "";
  const found = await sql`select from sessions where token_hash = ${hashOf(token)}`;
  expect(found).toHaveLength(1);
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
  expect(kept, "nothing is kept in the browser").toBe(0);
});
