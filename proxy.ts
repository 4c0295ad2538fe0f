import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import en from "@/lib/i18n/en/common.json";
import nl from "@/lib/i18n/nl/common.json";
import { contentSecurityPolicy, DOWNLOAD_POLICY, isDownload, securityHeaders } from "@/lib/security/headers";
import { mayChange } from "@/lib/security/origin";

/** Security policy and headers on every response; nothing is changed on the word of another site. */
export function proxy(request: NextRequest): NextResponse {
  const { APP_URL, EMPLOYER_OIDC_ISSUER, STAFF_OIDC_ISSUER } = env();
  const site = {
    appUrl: APP_URL,
    issuers: [EMPLOYER_OIDC_ISSUER, STAFF_OIDC_ISSUER],
    development: process.env.NODE_ENV === "development",
  };
  const elsewhere = ownAddress(request, APP_URL);
  if (elsewhere) return NextResponse.redirect(elsewhere);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce, site);

  const response = mayChange(request, APP_URL) ? goOn(request, policy, APP_URL) : refused();
  const isFile = isDownload(request.nextUrl.pathname);
  response.headers.set("Content-Security-Policy", isFile ? DOWNLOAD_POLICY : policy);
  for (const [name, value] of Object.entries(securityHeaders(site))) response.headers.set(name, value);
  return response;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** On one's own machine the portal has several names; forms and cookies belong to one, so people are led there. */
function ownAddress({ method, nextUrl, headers }: NextRequest, appUrl: string): URL | undefined {
  const own = new URL(appUrl);
  const asked = URL.parse(`http://${headers.get("host")}`);
  if (method !== "GET" || !asked || asked.host === own.host) return undefined;
  if (!LOOPBACK.has(own.hostname) || !LOOPBACK.has(asked.hostname)) return undefined;
  return new URL(nextUrl.pathname + nextUrl.search, own);
}

/**
 * The page reads its nonce from the policy, and its own address to come back to after signing in. The only host that
 * counts is our own, whatever the request says.
 */
function goOn(request: NextRequest, policy: string, appUrl: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("X-Forwarded-Host", new URL(appUrl).host);
  headers.set("X-Portal-Path", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

/** In both languages: what came from elsewhere says nothing about who reads the answer. */
function refused(): NextResponse {
  const words = ({ title, text }: typeof nl.forbidden) => `<h1>${title}</h1><p>${text}</p>`;
  const page = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${nl.forbidden.title}</title>${words(nl.forbidden)}<div lang="en">${words(en.forbidden)}</div></html>`;
  return new NextResponse(page, { status: 403, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
