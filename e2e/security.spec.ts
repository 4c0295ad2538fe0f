import type { APIResponse } from "@playwright/test";
import { hashOf } from "../lib/auth/token";
import { expect, test } from "./fixtures";
import { plainForm, post } from "./plain-form";
import { aDraft, aFiling } from "./prepared";

const HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const PAGE = /script-src ('none'|'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic');.*base-uri 'none'/;
const FILE = /^default-src 'none'; base-uri 'none'; form-action 'none';.*sandbox$/;

/** Headers of every answer: a page, a refusal and a file alike. */
function expectGuarded(answer: APIResponse, isFile = false): void {
  const where = `${answer.status()} ${new URL(answer.url()).pathname}`;
  const headers = answer.headers();
  const policy = headers["content-security-policy"] ?? "";
  expect.soft(headers, where).toMatchObject(HEADERS);
  expect.soft(headers["permissions-policy"], where).toContain("camera=()");
  expect.soft(headers["x-powered-by"], where).toBeUndefined();
  expect.soft(policy, where).toContain("frame-ancestors 'none'");
  expect.soft(policy, where).not.toContain("unsafe");
  expect.soft(policy, where).toMatch(isFile ? FILE : PAGE);
}

/** The refusal is in the HTML, so that it is readable without scripts. */
async function expectWords(answer: APIResponse): Promise<void> {
  const where = `${answer.status()} ${new URL(answer.url()).pathname}`;
  const html = await answer.text();
  expect.soft(html, where).toMatch(/<main\b[^>]*>.*<h1\b[^>]*>[^<]+<\/h1>.*<p\b/s);
  expect.soft(html, where).not.toContain("__next_error__");
}

test("answers of every kind have the same protection", async ({ anEmployer }) => {
  const { page } = await anEmployer();
  const html = await (await page.request.get("/applications")).text();
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(html)?.[1] ?? "no script on the page";
  const answers: [path: string, status: number][] = [
    ["/", 200],
    ["/budget", 200],
    ["/applications", 200],
    ["/readyz", 200],
    ["/livez", 200],
    ["/.well-known/security.txt", 200],
    ["/icon.svg", 200],
    [script, 200],
    ["/applications/", 308],
    ["/api/auth/sign-in/nobody", 405],
    ["/_next/static/nothing-here.js", 404],
  ];
  for (const [path, status] of answers) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    expect.soft(answer.status(), path).toBe(status);
    expectGuarded(answer);
  }
  const budget = await page.request.get("/open-data/budget.json");
  expect(budget.status()).toBe(200);
  expectGuarded(budget, true);
});

test("a refusal has text without scripts, the same protection and the right status", async ({
  visitor: page,
  anEmployer,
}) => {
  const employer = await anEmployer();
  const path = `/applications/${crypto.randomUUID()}`;
  const nowhere: [page: typeof page, path: string, status: number][] = [
    [page, "/nothing-here", 404],
    [page, "/schemes/nothing-here", 404],
    [page, `/draws/${crypto.randomUUID()}`, 404],
    [page, "/schemes/%E0%A4%A", 400],
    [page, "/schemes/%00", 400],
    [employer.page, path, 404],
    [employer.page, `${path}/receipt.pdf`, 404],
    [employer.page, "/cases", 404],
  ];
  for (const [asker, asked, status] of nowhere) {
    const answer = await asker.request.get(asked);
    expect.soft(answer.status(), asked).toBe(status);
    expectGuarded(answer);
    await expectWords(answer);
  }
  const { origin } = new URL(page.url() === "about:blank" ? (await page.request.get("/")).url() : page.url());
  const sent: [path: string, status: number, headers: Record<string, string>, body: string | Buffer][] = [
    ["/applications", 403, { origin: "https://other.example" }, "a=1"],
    ["/api/auth/sign-in/employer", 413, { origin }, Buffer.alloc(9_000_000, "a")],
    ["/status", 413, { origin }, "a=&".repeat(16_000)],
    ["/api/language", 400, { origin, "content-type": "application/json" }, "{}"],
    ["/status", 400, { origin, "content-type": "multipart/form-data" }, "a"],
    ["/status", 400, { origin, "content-type": "multipart/form-data; boundary=x" }, "--x\r\n"],
  ];
  for (const [asked, status, headers, data] of sent) {
    const form = { accept: "text/html", "content-type": "application/x-www-form-urlencoded", ...headers };
    const answer = await page.request.post(asked, { headers: form, data });
    expect.soft(answer.status(), asked).toBe(status);
    expectGuarded(answer);
    await expectWords(answer);
  }
});

test("no page has a script or style outside the policy, and each gets a new nonce", async ({
  anEmployer,
}) => {
  const { page } = await anEmployer();
  const nonces = new Set<string>();
  for (const path of ["/applications", "/applications", "/organisation", "/messages"]) {
    const answer = await page.request.get(path);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "";
    const html = await answer.text();
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/<style\b| style="| on[a-z]+="/);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(4);
});

test("a download is not shown or cached, may do nothing, and is for its owner alone", async ({
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
  expectGuarded(refused);
});

test("no cache keeps personal pages", async ({ anEmployer }) => {
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

test("a form from another site is refused and changes nothing", async ({ anEmployer, sql }) => {
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

test("scripts cannot read the session, other sites do not get it, and the database does not hold its secret", async ({
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
