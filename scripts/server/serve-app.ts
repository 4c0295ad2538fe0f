import { randomUUID } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import en from "@/lib/i18n/en/common.json";
import type { Locale } from "@/lib/i18n/locale";
import nl from "@/lib/i18n/nl/common.json";
import { guardHeaders, isDownload } from "@/lib/security/headers";
import { type Failure, traced } from "./failure";
import { type Answer, holdAnswer } from "./held-answer";
import type { Saying } from "./own-page";
import { askApp, withBody } from "./own-request";
import { readingPageAt } from "./reading-pages";
import { say, sayFailure } from "./say";
import { send } from "./send";
import { askedFor, isData, isSending, type Portal, type Turn } from "./turn";
import { linksWithoutScripts, withoutScripts } from "./without-scripts";

const ERROR_PREFIX = { nl: nl.form.error, "en-NL": en.form.error } satisfies Record<Locale, string>;
/** Longer than the database's own deadlines; some pages for staff are slow. */
const PATIENCE_MS = 10_500;
const LONG = /^\/(_next|api|audit|budget|cases|deadlines|draws|evaluation|exports|reserve-list|year)(\/|$)/;
/** No page has this address, so a request for it gives the site's own "not found". */
const NOWHERE = "/niet-gevonden";

const UNAVAILABLE: ReadonlySet<Failure> = new Set(["away", "busy", "unknown"]);
const SAYING_OF: Record<number, Saying> = { 403: "forbidden", 404: "not-found", 413: "too-large" };

/**
 * Has the app answer. Pages to read, refusals and errors are buffered: a page to read loses its scripts, and a page
 * without text gets the server's own. Settles when the app has finished, also after the client has gone.
 */
export async function serveApp(portal: Portal, turn: Turn): Promise<void> {
  const { app, site } = portal;
  const { request, response, address, body } = turn;
  const nonce = Buffer.from(randomUUID()).toString("base64");
  const guard = guardHeaders(address.path, { nonce }, site);
  for (const [name, value] of Object.entries(guard)) response.setHeader(name, value);
  Object.assign(request.headers, askingHeaders(portal, turn, guard["Content-Security-Policy"]));

  await traced(async (trace) => {
    const isReading = readingPageAt(address.path) !== undefined;
    const held = holdAnswer(response, (status, headers) => {
      if (status >= 500 && trace.failure && UNAVAILABLE.has(trace.failure)) {
        response.statusCode = 503;
        response.setHeader("Retry-After", "60");
      }
      if (site.development || isData(request)) return false;
      return status >= 400 ? !isJson(headers) : isReading && isHtml(headers);
    });
    const asked =
      request.method === "HEAD" && isReading ? withBody(request, Buffer.alloc(0), "GET") : request;
    const work = Promise.resolve(app(body ? withBody(request, body) : asked, response));
    const late =
      LONG.test(address.path) || isDownload(address.path) || site.development ? undefined : PATIENCE_MS;
    const answer = await Promise.race([held.answer, failed(work), ...(late ? [after(late)] : [])]);
    if (answer === "late" || answer === "failed" || answer) {
      if (held.hasBegun()) response.destroy();
      else {
        held.silence();
        if (answer === "late") await sayFailure(portal, turn, isSending(request) ? "unknown" : "away");
        else if (answer === "failed") await sayFailure(portal, turn, trace.failure ?? "failure");
        else await sendHeld(portal, turn, answer, trace.failure);
      }
    }
    await work.catch(() => {});
  });
}

/** Sends a buffered page to read, refusal or error. */
export async function sendHeld(portal: Portal, turn: Turn, answer: Answer, failure?: Failure): Promise<void> {
  const { status } = answer;
  const html = isHtml(answer.headers) ? answer.body.toString("utf8") : "";
  if (status >= 500) return sayFailure(portal, turn, failure ?? "failure", referenceIn(html));
  if (hasWords(html)) return sendPage(portal, turn, answer, html);
  if (status < 400) return sendAsItIs(portal, turn, answer);
  if (status !== 404) return say(portal, turn, SAYING_OF[status] ?? "bad-request", {}, status);
  const own = turn.visitor.hasSession ? await ownNotFound(portal, turn) : undefined;
  if (own) return sendPage(portal, turn, own, own.body.toString("utf8"));
  return say(portal, turn, "not-found");
}

/** The site's "not found" page for this client; undefined when it cannot be made now. */
async function ownNotFound(portal: Portal, turn: Turn): Promise<Answer | undefined> {
  const { cookie = "", host = "" } = turn.request.headers;
  const headers = { cookie, host, ...askingHeaders(portal, turn) };
  const answer = await askApp(portal.app, NOWHERE, headers).catch(() => undefined);
  return answer?.status === 404 && hasWords(answer.body.toString("utf8")) ? answer : undefined;
}

/** The frame of the site as a visitor sees it, for the server's own pages. */
export async function learnFrame(
  { app, site, frames }: Portal,
  locale: Locale,
  cookie: string,
): Promise<void> {
  const { host } = new URL(site.appUrl);
  const { body } = await askApp(app, NOWHERE, { host, "x-forwarded-host": host, cookie });
  frames.learn(locale, bare(body.toString("utf8"), locale));
}

async function sendPage({ site }: Portal, turn: Turn, answer: Answer, html: string): Promise<void> {
  const { request, response, visitor } = turn;
  const headers = { ...pageHeaders(answer), ...guardHeaders("", "none", site) };
  await send(request, response, answer.status, headers, Buffer.from(bare(html, visitor.locale)));
}

async function sendAsItIs(
  { site }: Portal,
  { request, response, address }: Turn,
  answer: Answer,
): Promise<void> {
  const headers = { ...pageHeaders(answer), ...guardHeaders(address.path, "none", site) };
  await send(request, response, answer.status, headers, answer.body);
}

export const bare = (html: string, locale: Locale): string => withoutScripts(html, ERROR_PREFIX[locale]);

/** The headers of the app's page, without those for scripts. */
export function pageHeaders({ headers }: Answer): Record<string, string | string[]> {
  const { link, "transfer-encoding": _, "content-length": __, etag: ___, ...others } = headers;
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(others)) {
    if (value !== undefined) kept[properName(name)] = Array.isArray(value) ? value : String(value);
  }
  const links = linksWithoutScripts(Array.isArray(link) ? link.join(", ") : link?.toString());
  return { ...kept, ...(links && { Link: links }) };
}

/** Headers for the app besides the browser's: its own address, and the policy with its nonce. */
function askingHeaders({ site }: Portal, turn: Turn, policy?: string): Record<string, string> {
  return {
    "x-forwarded-host": new URL(site.appUrl).host,
    "x-portal-path": askedFor(turn),
    ...(policy && { "content-security-policy": policy }),
  };
}

/** An error in a page leaves a document that only scripts can fill. */
export const hasWords = (html: string): boolean => html !== "" && !html.includes('id="__next_error__"');

export const isHtml = ({ "content-type": type }: OutgoingHttpHeaders): boolean =>
  String(type ?? "").startsWith("text/html");

const isJson = ({ "content-type": type }: OutgoingHttpHeaders): boolean => /json/.test(String(type ?? ""));

const referenceIn = (html: string): string | undefined => /digest\\?":\\?"(\w+)/.exec(html)?.[1];

const properName = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

const failed = (work: Promise<unknown>): Promise<"failed"> =>
  new Promise((resolve) => work.catch(() => resolve("failed")));

const after = (ms: number): Promise<"late"> =>
  new Promise((resolve) => setTimeout(() => resolve("late"), ms).unref());
