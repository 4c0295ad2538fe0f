import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { decodeJwt } from "jose";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth, { type AuthOptions, type Profile, type TokenSet } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { recordRefusedSignIn } from "@/lib/audit/commands/record-denial";
import { env } from "@/lib/env";
import { lookUpEmployer } from "@/lib/gateways/kvk";
import { localeChosen } from "@/lib/i18n/locale-cookie";
import { logFailure } from "@/lib/log";
import { cookieSettings } from "@/lib/security/cookie-settings";
import { type Arrival, employerArrival, staffArrival } from "./claims";
import { startSession } from "./commands/start-session";
import { safeNext } from "./destination";
import { issuerOf } from "./issuer";
import type { PersonKind } from "./person-kind";
import { problemPath, refusalPath } from "./sign-in-problem";
import { newToken } from "./token";

const PROVIDER_DEADLINE_MS = 5_000;
const LONGEST_SESSION_SECONDS = 8 * 60 * 60;
const PURPOSES = {
  sessionToken: "session",
  callbackUrl: "oidc-return",
  csrfToken: "oidc-form",
  pkceCodeVerifier: "oidc-verifier",
  state: "oidc-state",
  nonce: "oidc-nonce",
} as const;

/** Sends the person to the provider; the answer sets what proves later that it was this browser that asked. */
export async function askProvider(kind: PersonKind, next: string | undefined): Promise<Response> {
  const { nameOf, options } = cookieSettings(env().APP_URL);
  const csrfToken = randomBytes(32).toString("hex");
  const proof = createHash("sha256").update(`${csrfToken}${env().APP_SECRET}`).digest("hex");
  (await cookies()).set(nameOf(PURPOSES.csrfToken), `${csrfToken}|${proof}`, options);
  const callbackUrl = next ? `/sign-in?${new URLSearchParams({ next })}` : "/sign-in";
  const request = new NextRequest(new URL(`/api/auth/signin/${kind}`, env().APP_URL), {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, callbackUrl }),
  });
  return run(request, "signin", kind, problemPath("unavailable", next));
}

/** Checks what the provider sent back, opens a session and sends the person on; or to the page that says why not. */
export function hearProvider(kind: PersonKind, request: NextRequest): Promise<Response> {
  return run(request, "callback", kind, problemPath("failed"));
}

async function run(
  request: NextRequest,
  step: "signin" | "callback",
  kind: PersonKind,
  otherwise: string,
): Promise<Response> {
  process.env.NEXTAUTH_URL = env().APP_URL;
  const context = { params: Promise.resolve({ nextauth: [step, kind] }) };
  const answer: Response = await NextAuth(request, context, authOptions());
  const headers = new Headers(answer.headers);
  headers.set("cache-control", "no-store");
  headers.set("location", ownLocation(answer.headers.get("location"), otherwise));
  return new Response(null, { status: 303, headers });
}

/** Where next-auth would show a page of its own, ours is shown. */
function ownLocation(location: string | null, otherwise: string): string {
  const { APP_URL } = env();
  return location && !location.startsWith(`${APP_URL}/api/auth/`)
    ? location
    : new URL(otherwise, APP_URL).href;
}

/** For one request: what the provider said travels from its check to the session that is opened with it. */
function authOptions(): AuthOptions {
  let arrived: { arrival: Arrival; idToken: string | undefined } | undefined;
  const { nameOf, options } = cookieSettings(env().APP_URL);
  const names = Object.entries(PURPOSES);
  return {
    secret: env().APP_SECRET,
    providers: [provider("employer"), provider("staff")],
    session: { strategy: "database", maxAge: LONGEST_SESSION_SECONDS, generateSessionToken: newToken },
    cookies: Object.fromEntries(names.map(([key, purpose]) => [key, { name: nameOf(purpose), options }])),
    adapter: adapterFor(() => arrived),
    callbacks: {
      redirect: ({ url, baseUrl }) => `${baseUrl}${returnPath(url, baseUrl)}`,
      signIn: async ({ account, profile }) => {
        const kind: PersonKind = account?.provider === "staff" ? "staff" : "employer";
        const arrival = kind === "employer" ? readEmployer(profile) : readStaff(profile);
        if (!arrival.ok) {
          await recordRefusedSignIn(kind, arrival.refusal.reason);
          return new URL(refusalPath(arrival.refusal), env().APP_URL).href;
        }
        arrived = { arrival: arrival.value, idToken: account?.id_token };
        return true;
      },
    },
    logger: {
      error: (code, detail) => logFailure(`sign-in: ${code}`, errorIn(detail)),
      warn: () => {},
      debug: () => {},
    },
  };
}

const readEmployer = (profile: Profile = {}) =>
  employerArrival({ issuer: issuerOf("employer"), claims: env().EMPLOYER_OIDC_CLAIMS }, { ...profile });

function readStaff(profile: Profile = {}) {
  const { STAFF_OIDC_CLAIMS: claims, STAFF_OIDC_ACR_VALUES } = env();
  const secondFactor = STAFF_OIDC_ACR_VALUES.split(" ");
  return staffArrival({ issuer: issuerOf("staff"), claims, secondFactor }, { ...profile });
}

/** What is asked of each provider: of the broker to let the person choose whom they represent, of staff a second factor. */
function clientOf(kind: PersonKind) {
  const set = env();
  return kind === "employer"
    ? {
        clientId: set.EMPLOYER_OIDC_CLIENT_ID,
        clientSecret: set.EMPLOYER_OIDC_CLIENT_SECRET,
        authorization: { params: { scope: set.EMPLOYER_OIDC_SCOPE, prompt: "login" } },
      }
    : {
        clientId: set.STAFF_OIDC_CLIENT_ID,
        clientSecret: set.STAFF_OIDC_CLIENT_SECRET,
        authorization: { params: { scope: set.STAFF_OIDC_SCOPE, acr_values: set.STAFF_OIDC_ACR_VALUES } },
      };
}

function provider(kind: PersonKind): OAuthConfig<Profile> {
  return {
    id: kind,
    name: kind,
    type: "oauth",
    ...clientOf(kind),
    wellKnown: `${issuerOf(kind)}/.well-known/openid-configuration`,
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    httpOptions: { timeout: PROVIDER_DEADLINE_MS },
    userinfo: { request: ({ client: oidc, tokens }) => claimsOf(oidc, tokens) },
    profile: ({ sub }) => ({ id: sub ?? "" }),
  };
}

/** The signed claims with what the provider adds about the same person; the signed ones win. */
async function claimsOf(
  client: { userinfo: (accessToken: string) => Promise<Profile> },
  tokens: TokenSet,
): Promise<Profile> {
  const signed = decodeJwt(tokens.id_token ?? "");
  const added = await client.userinfo(tokens.access_token ?? "");
  if (added.sub !== signed.sub) throw new Error("the provider told about somebody else");
  return { ...added, ...signed };
}

/**
 * next-auth keeps nothing with us but the session it opens: it never reads one back, so that a new sign-in is
 * always a new session and never joins two people.
 */
function adapterFor(arrived: () => { arrival: Arrival; idToken: string | undefined } | undefined): Adapter {
  return {
    getSessionAndUser: async () => null,
    getUserByAccount: async () => (arrived() ? { id: "arrived", email: "", emailVerified: null } : null),
    createSession: async ({ sessionToken, userId }) => {
      const known = arrived();
      if (!known) throw new Error("a session was opened before anybody had arrived");
      const { arrival, idToken } = known;
      const legalName = arrival.kind === "employer" ? await registeredName(arrival.kvkNumber) : undefined;
      const { expiresAt } = await startSession(arrival, sessionToken, {
        idToken,
        legalName,
        locale: await localeChosen(),
      });
      return { sessionToken, userId, expires: expiresAt };
    },
  };
}

/** Undefined when the trade register does not know or does not answer in time. */
async function registeredName(kvkNumber: string): Promise<string | undefined> {
  const entry = await lookUpEmployer(kvkNumber);
  return "found" in entry ? entry.found.name : undefined;
}

function returnPath(url: string, baseUrl: string): string {
  const { pathname, searchParams } = new URL(url, baseUrl);
  const next = pathname === "/sign-in" ? safeNext(searchParams.get("next")) : undefined;
  return next ? `/sign-in?${new URLSearchParams({ next })}` : "/sign-in";
}

/** next-auth wraps what went wrong in several ways. */
function errorIn(detail: unknown): unknown {
  return typeof detail === "object" && detail !== null && "error" in detail ? detail.error : detail;
}
