import { createHmac, createPrivateKey } from "node:crypto";
import { z } from "zod";
import { EMPLOYER_CLAIMS, MULTI_FACTOR, renameClaims, STAFF_CLAIMS } from "@/lib/vocabulary/claim-map";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

const secret = z.string("is missing").min(32, "must be at least 32 characters long");
const filled = z.string("is missing").min(1, "is empty");
const address = z.url({ protocol: /^https?$/, error: "must be a web address such as https://example.nl" });
const database = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be an address such as postgres://user@host/name",
});

/** "kid:key,kid2:key": 32 bytes each, base64url; the first one is current. */
const dataKeys = z.string("is missing").refine((text) => {
  const keys = text.split(",").map((entry) => /^[\w-]+:([\w-]+)$/.exec(entry)?.[1]);
  return keys.every((key) => key !== undefined && Buffer.from(key, "base64url").length === 32);
}, "must look like kid:key,kid2:key with keys of 32 bytes in base64url");

function isSigningKey(text: string): boolean {
  try {
    const key = createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" });
    return key.asymmetricKeyType === "ed25519";
  } catch {
    return false;
  }
}

/** "fact=claim,fact2=claim2": claims that a provider names differently. */
const claimMap = <Names extends Record<string, string>>(defaults: Names) =>
  z
    .string()
    .optional()
    .transform((renamed, context) => {
      const read = renameClaims(defaults, renamed);
      if ("map" in read) return read.map;
      context.addIssue(`must be pairs such as ${Object.keys(defaults)[0]}=claim, and not ${read.unknown}`);
      return z.NEVER;
    });

const variables = z.object({
  /** Without a default, so that forgetting it cannot make production a demo. */
  PORTAL_MODE: z.enum(["demo", "production"], "must be demo or production"),
  PORT: z.coerce
    .number("must be a port number")
    .int()
    .min(1)
    .max(65535, "must be a port number")
    .default(3000),
  /** Port of the worker's health checks; without it there are none. */
  WORKER_HEALTH_PORT: z.coerce
    .number("must be a port number")
    .int()
    .min(1)
    .max(65535, "must be a port number")
    .optional(),
  APP_URL: address.optional(),
  DATABASE_URL: database.optional(),
  DATABASE_APP_URL: database.optional(),
  /** Connections per process; a command that writes may have to read meanwhile. */
  DATABASE_POOL: z.coerce.number("must be a number").int().min(2).max(200, "must be at most 200").default(10),
  /** Without it, mail of the demo becomes files. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be an address such as smtp://mail.example.nl" })
    .optional(),
  MAIL_FROM: z.email("must be an e-mail address").optional(),
  /** How employers reach people: in every letter and at the foot of every page. The defaults are of the demo. */
  SUPPORT_PHONE: filled.default("088 000 00 00"),
  SUPPORT_EMAIL: z.email("must be an e-mail address").default("hulp@portaal.example"),
  /** The digital channel for objections (Awb 2:13), in every decision. */
  OBJECTION_EMAIL: z.email("must be an e-mail address").default("bezwaar@portaal.example"),
  /** Where to report a weakness, in security.txt; without it SUPPORT_EMAIL. */
  SECURITY_CONTACT: z
    .url({ protocol: /^(mailto|https)$/, error: "must be an address such as mailto:security@example.nl" })
    .optional(),
  /** The terms for such a report. */
  SECURITY_POLICY: z.url({ protocol: /^https$/, error: "must start with https://" }).optional(),
  /** Origin of the trade register's API, such as https://api.kvk.nl; without it employers type their data. */
  KVK_API_URL: address.optional(),
  KVK_API_KEY: filled.optional(),
  /** Without it a bank statement proves the name on an account. */
  IBAN_NAME_URL: address.optional(),
  IBAN_NAME_KEY: filled.optional(),
  /** A service that asks the IND and the UWV about a person; without it reviewers find out by hand. */
  AUTHORITIES_URL: address.optional(),
  AUTHORITIES_KEY: filled.optional(),
  /** Without it, only the content of documents is checked. */
  CLAMD_URL: z
    .url({ protocol: /^tcp$/, error: "must be an address such as tcp://clamav.example.nl:3310" })
    .refine((url) => URL.parse(url)?.port, "must name a port, such as tcp://clamav.example.nl:3310")
    .optional(),
  /** Where signed heads of the log are sent to each hour: a folder, or an address that takes PUT. */
  HEADS_URL: z
    .url({ protocol: /^(file|https?)$/, error: "must be an address such as https://heads.example.nl/portal" })
    .optional(),
  HEADS_TOKEN: filled.optional(),
  /** Private Ed25519 key: PKCS #8, DER, in base64. */
  HEADS_KEY: z
    .string()
    .refine(isSigningKey, "must be a private Ed25519 key (PKCS #8, DER, in base64)")
    .optional(),
  APP_SECRET: secret,
  DATA_KEYS: dataKeys,
  EMPLOYER_OIDC_ISSUER: address,
  EMPLOYER_OIDC_CLIENT_ID: filled,
  EMPLOYER_OIDC_CLIENT_SECRET: filled,
  STAFF_OIDC_ISSUER: address,
  STAFF_OIDC_CLIENT_ID: filled,
  STAFF_OIDC_CLIENT_SECRET: filled,
  EMPLOYER_OIDC_SCOPE: filled.default("openid kvk"),
  STAFF_OIDC_SCOPE: filled.default("openid profile"),
  EMPLOYER_OIDC_CLAIMS: claimMap(EMPLOYER_CLAIMS),
  STAFF_OIDC_CLAIMS: claimMap(STAFF_CLAIMS),
  /** Context classes, separated by spaces, each of which means a second factor; requested at each sign-in. */
  STAFF_OIDC_ACR_VALUES: filled.default(MULTI_FACTOR),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: filled,
});

/** Requests to outside systems are encrypted in production, except on this machine. */
const ENCRYPTED = [
  "EMPLOYER_OIDC_ISSUER",
  "STAFF_OIDC_ISSUER",
  "KVK_API_URL",
  "IBAN_NAME_URL",
  "HEADS_URL",
  "AUTHORITIES_URL",
] as const;

/** In the demo these have a default or a stand-in. */
const NEEDED_IN_PRODUCTION = [
  "SMTP_URL",
  "HEADS_URL",
  "SUPPORT_PHONE",
  "SUPPORT_EMAIL",
  "OBJECTION_EMAIL",
] as const;

type Source = Record<string, string | undefined>;
type Variables = z.output<typeof variables>;
export type Env = Omit<Variables, "APP_URL" | "DATABASE_URL" | "DATABASE_APP_URL"> & {
  APP_URL: string;
  /** The role that owns nothing, with which the app connects. */
  DATABASE_APP_URL: string;
};

/** Password of the database role `portal_app`: 64 hex digits that follow from APP_SECRET. */
export function appPassword(appSecret: string): string {
  return createHmac("sha256", appSecret).update("portal_app").digest("hex");
}

/** The owner's database address, turned into the one for `portal_app`. */
export function appDatabaseUrl(ownerUrl: string, appSecret: string): string {
  const url = new URL(ownerUrl);
  url.username = "portal_app";
  url.password = appPassword(appSecret);
  return url.href;
}

/** One sentence per variable that is absent or wrong; the environment itself when there are none. */
export function readEnv(source: Source): { env: Env } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = variables.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${sentence(issue, given)}.`),
    ...contradictions(given),
  ];
  if (!parsed.success || problems.length > 0) return { problems };

  const { DATABASE_URL, ...values } = parsed.data;
  const appUrl = values.APP_URL ?? `http://127.0.0.1:${values.PORT}`;
  const databaseAppUrl =
    values.DATABASE_APP_URL ?? (DATABASE_URL ? appDatabaseUrl(DATABASE_URL, values.APP_SECRET) : "");
  return { env: { ...values, APP_URL: appUrl.replace(/\/$/, ""), DATABASE_APP_URL: databaseAppUrl } };
}

let known: Env | undefined;

/** The checked environment, read once at first use. Throws one Error that names everything wrong with it. */
export function env(): Env {
  if (known) return known;
  const read = readEnv(process.env);
  if ("problems" in read) throw new Error(read.problems.join(" "));
  known = read.env;
  return known;
}

function sentence(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  return given[String(issue.path[0])] === undefined ? "is missing" : issue.message;
}

/** Rules about several variables at once. */
function contradictions(given: Source): string[] {
  const problems: string[] = [];
  if (!given.DATABASE_URL && !given.DATABASE_APP_URL) problems.push("DATABASE_URL is missing.");
  if (given.HEADS_URL && !given.HEADS_KEY) problems.push("HEADS_KEY is missing.");
  if (given.PORTAL_MODE === "production") {
    for (const name of NEEDED_IN_PRODUCTION) if (!given[name]) problems.push(`${name} is missing.`);
    if (!given.APP_URL) problems.push("APP_URL is missing.");
    else if (!isSafeAddress(given.APP_URL)) problems.push("APP_URL must start with https:// in production.");
    for (const name of ENCRYPTED) {
      if (given[name] && URL.parse(given[name])?.protocol === "http:")
        problems.push(`${name} must start with https:// in production.`);
    }
  }
  return problems;
}

function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === "https:" || LOOPBACK.has(url?.hostname ?? "");
}
