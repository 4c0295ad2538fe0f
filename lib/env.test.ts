import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { appDatabaseUrl, readEnv } from "./env";

const KEY = Buffer.alloc(32, 7).toString("base64url");
const COMPLETE = {
  PORTAL_MODE: "production",
  APP_URL: "https://portaal.example/",
  DATABASE_URL: "postgres://owner:secret@db.example:5432/portal?sslmode=require",
  SMTP_URL: "smtps://mail.example",
  HEADS_URL: "https://heads.example",
  HEADS_KEY: generateKeyPairSync("ed25519")
    .privateKey.export({ format: "der", type: "pkcs8" })
    .toString("base64"),
  SUPPORT_PHONE: "070 123 45 67",
  SUPPORT_EMAIL: "hulp@portaal.example",
  OBJECTION_EMAIL: "bezwaar@portaal.example",
  APP_SECRET: "s".repeat(32),
  DATA_KEYS: `k2:${KEY},k1:${KEY}`,
  EMPLOYER_OIDC_ISSUER: "https://broker.example",
  EMPLOYER_OIDC_CLIENT_ID: "portal",
  EMPLOYER_OIDC_CLIENT_SECRET: "secret",
  STAFF_OIDC_ISSUER: "https://staff.example",
  STAFF_OIDC_CLIENT_ID: "portal",
  STAFF_OIDC_CLIENT_SECRET: "secret",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "key",
};

const problemsOf = (source: Record<string, string>) => {
  const read = readEnv(source);
  return "problems" in read ? read.problems : [];
};

test("a complete environment has no problems", () => expect(problemsOf(COMPLETE)).toEqual([]));

test("claims of a provider can be renamed one by one", () => {
  const read = readEnv({ ...COMPLETE, EMPLOYER_OIDC_CLAIMS: "represented=kvk", STAFF_OIDC_CLAIMS: "" });
  expect("env" in read && read.env.EMPLOYER_OIDC_CLAIMS).toMatchObject({
    represented: "kvk",
    assurance: "acr",
  });
  expect("env" in read && read.env.STAFF_OIDC_CLAIMS).toMatchObject({ roles: "roles", methods: "amr" });
});

test("the app's own database address follows from the owner's", () => {
  const url = new URL(appDatabaseUrl(COMPLETE.DATABASE_URL, COMPLETE.APP_SECRET));
  expect(url.username).toBe("portal_app");
  expect(url.password).toMatch(/^[0-9a-f]{64}$/);
  expect(`${url.host}${url.pathname}${url.search}`).toBe("db.example:5432/portal?sslmode=require");
});

test("the app's environment does not hold the owner's address", () => {
  const read = readEnv(COMPLETE);
  expect("env" in read && Object.keys(read.env)).not.toContain("DATABASE_URL");
});

test.each(Object.keys(COMPLETE))("%s that is missing or empty is named", (name) => {
  const { [name as keyof typeof COMPLETE]: _, ...rest } = COMPLETE;
  expect(problemsOf(rest)).toEqual([`${name} is missing.`]);
  expect(problemsOf({ ...rest, [name]: "" })).toEqual([`${name} is missing.`]);
});

test.each([
  ["PORTAL_MODE", "test", "must be demo or production"],
  ["PORT", "abc", "must be a port number"],
  ["PORT", "70000", "must be a port number"],
  ["APP_URL", "http://portaal.example", "must start with https:// in production"],
  ["EMPLOYER_OIDC_ISSUER", "http://broker.example", "must start with https:// in production"],
  ["STAFF_OIDC_ISSUER", "http://127.0.0.1:3001", "must start with https:// in production"],
  ["KVK_API_URL", "http://register.example", "must start with https:// in production"],
  ["IBAN_NAME_URL", "http://bank.example", "must start with https:// in production"],
  ["DATABASE_URL", "mysql://db.example/x", "must be an address such as postgres://user@host/name"],
  ["HEADS_URL", "http://heads.example", "must start with https:// in production"],
  ["HEADS_KEY", "c2VjcmV0", "must be a private Ed25519 key (PKCS #8, DER, in base64)"],
  ["SMTP_URL", "http://mail.example", "must be an address such as smtp://mail.example.nl"],
  [
    "EMPLOYER_OIDC_CLAIMS",
    "acting=sub,legal_name=x",
    "must be pairs such as represented=claim, and not legal_name=x",
  ],
  ["APP_SECRET", "short", "must be at least 32 characters long"],
  ["DATA_KEYS", "k1:abc", "must look like kid:key,kid2:key with keys of 32 bytes in base64url"],
])("%s=%s %s", (name, value, words) => {
  expect(problemsOf({ ...COMPLETE, [name]: value })).toEqual([`${name} ${words}.`]);
});

test("in production on this machine alone, http is allowed", () => {
  expect(problemsOf({ ...COMPLETE, APP_URL: "http://127.0.0.1:3000" })).toEqual([]);
});

test("a demo may reach its identity provider and its register unencrypted", () => {
  const local = { EMPLOYER_OIDC_ISSUER: "http://127.0.0.1:3001", KVK_API_URL: "http://127.0.0.1:3002" };
  expect(problemsOf({ ...COMPLETE, ...local, PORTAL_MODE: "demo" })).toEqual([]);
});
