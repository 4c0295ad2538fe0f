import type { RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";
import { Unavailable } from "@/lib/errors";
import { around, closeServers, type Got } from "./testing/around";

afterEach(closeServers);

const APP_URL = "https://portal.test";
const YEAR_S = 31_536_000;
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const SAFE_REFERRERS = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];

/** What internet.nl finds wrong with the headers of an answer over https. */
function faultsOf(headers: Got["headers"]): string[] {
  const one = (name: string): string => String(headers[name] ?? "");
  const policy = new Map(
    one("content-security-policy")
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = "", ...values]) => [name, values.join(" ")]),
  );
  const [, age] = /^max-age=(\d+); includeSubDomains$/.exec(one("strict-transport-security")) ?? [];
  return [
    ...(Number(age ?? 0) < YEAR_S ? ["strict-transport-security"] : []),
    ...(one("x-content-type-options") === "nosniff" ? [] : ["x-content-type-options"]),
    ...(/^(DENY|SAMEORIGIN)$/.test(one("x-frame-options")) ? [] : ["x-frame-options"]),
    ...(SAFE_REFERRERS.includes(one("referrer-policy")) ? [] : ["referrer-policy"]),
    ...(/^'(self|none)'$/.test(policy.get("default-src") ?? "") ? [] : ["default-src"]),
    ...(policy.get("frame-ancestors") === "'none'" ? [] : ["frame-ancestors"]),
    ...(policy.get("base-uri") === "'none'" ? [] : ["base-uri"]),
    ...(policy.has("form-action") ? [] : ["form-action"]),
    ...(/unsafe-|\*|http:|(script|object)-src[^;]* data:/.test(one("content-security-policy"))
      ? ["content-security-policy"]
      : []),
  ];
}

const answers =
  (status: number, type: string, text: string, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { "Content-Type": type, ...headers });
    response.end(text);
  };

const PAGE =
  '<!DOCTYPE html><html lang="nl"><head></head><body><main><h1>Kop</h1><p>Tekst</p></main></body></html>';
const page = answers(200, "text/html; charset=utf-8", PAGE);
const fails: RequestListener = async () => {
  throw new Error("broken");
};
const away: RequestListener = (_request, response) => {
  (
    globalThis as { portalRequestFailed?: (error: unknown, isAfterAction: boolean) => void }
  ).portalRequestFailed?.(new Unavailable(), false);
  response.writeHead(500, { "Content-Type": "text/html" });
  response.end("");
};

type Asked = Parameters<Awaited<ReturnType<typeof around>>["ask"]>[1];
const ANSWERS: [what: string, status: number, app: RequestListener, path: string, asked?: Asked][] = [
  ["a page that is kept for visitors", 200, page, "/budget"],
  [
    "a page of a signed-in person",
    200,
    page,
    "/applications",
    { headers: { cookie: "__Host-portal-session=a" } },
  ],
  ["a file", 200, answers(200, "application/pdf", "%PDF-"), "/applications/1/receipt.pdf"],
  ["open data", 200, answers(200, "application/json", "{}"), "/open-data/budget.json"],
  ["an API", 200, answers(200, "application/json", "{}"), "/api/cases/1"],
  ["a static file", 200, answers(200, "text/css", "a{}"), "/_next/static/a.css"],
  ["an asset", 200, answers(200, "image/svg+xml", "<svg/>"), "/icon.svg"],
  ["a health check", 200, page, "/livez"],
  ["a readiness check", 200, answers(200, "application/json", "{}"), "/readyz"],
  ["security.txt", 200, page, "/.well-known/security.txt"],
  [
    "a redirect after a form",
    303,
    answers(303, "text/html", "", { Location: "/status/result" }),
    "/status",
    { method: "POST", headers: FORM, body: "a=1" },
  ],
  ["a lasting redirect", 308, answers(308, "text/html", "", { Location: "/budget" }), "/budget/"],
  ["a malformed address", 400, page, "/schemes/%E0%A4%A"],
  [
    "a form from elsewhere",
    403,
    page,
    "/status",
    { method: "POST", headers: { ...FORM, origin: "https://other.test" }, body: "a=1" },
  ],
  ["a page that does not exist", 404, answers(404, "text/html", ""), "/nothing"],
  ["a file that does not exist", 404, answers(404, "text/html", ""), "/applications/1/receipt.pdf"],
  ["a static file that does not exist", 404, answers(404, "text/plain", ""), "/_next/static/gone.js"],
  ["a method that is not allowed", 405, answers(405, "text/html", ""), "/api/auth/sign-in/nobody"],
  [
    "a form that is too large",
    413,
    page,
    "/status",
    { method: "POST", headers: FORM, body: "a".repeat(100_000) },
  ],
  ["a page that fails", 500, fails, "/applications"],
  ["an API that fails", 500, fails, "/api/cases/1", { headers: { accept: "application/json" } }],
  ["a database that is away", 503, away, "/applications"],
];

test.each(ANSWERS)(
  "%s (%i) has every header that internet.nl asks for",
  async (_what, status, app, path, asked) => {
    const { ask } = await around(app, { appUrl: APP_URL });
    const got = await ask(path, asked);
    expect(got.status).toBe(status);
    expect(faultsOf(got.headers)).toEqual([]);
  },
);

test("security.txt has a contact, its own address, and a date that is not past and within a year", async () => {
  const { ask } = await around(page, { appUrl: APP_URL });
  const { text, headers } = await ask("/.well-known/security.txt");
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(text).toMatch(/^Contact: (mailto|https):/m);
  expect(text).toContain(`Canonical: ${APP_URL}/.well-known/security.txt\n`);
  const left = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "") - Date.now();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(YEAR_S * 1000);
});

test("an answer without these headers has a fault for each", () =>
  expect(faultsOf({})).toEqual([
    "strict-transport-security",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "default-src",
    "frame-ancestors",
    "base-uri",
    "form-action",
  ]));

test.each(["script-src 'unsafe-inline'", "script-src *", "img-src http://a.test", "script-src data:"])(
  "a policy with %s is a fault",
  (directive) =>
    expect(faultsOf({ "content-security-policy": directive })).toContain("content-security-policy"),
);
