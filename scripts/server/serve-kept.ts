import { guardHeaders } from "@/lib/security/headers";
import type { Leave } from "./admission";
import { languageCookie } from "./cookies";
import { type Failure, traced } from "./failure";
import type { Answer } from "./held-answer";
import { keptPages, type Missed, type Page } from "./kept-pages";
import { beforeNotice } from "./own-page";
import { askApp } from "./own-request";
import { keptAddress, readingPageAt } from "./reading-pages";
import { sayFailure } from "./say";
import { send, sendNotModified, varyWith } from "./send";
import { bare, hasWords, isHtml, pageHeaders, sendHeld } from "./serve-app";
import { isData, type Portal, type Turn } from "./turn";

type Miss = { answer?: Answer; failure?: Failure };
type Enter = () => Promise<Leave | undefined>;

const SETTINGS = { freshMs: 2_000, patienceMs: 3_000, pauseMs: 2_000, most: 300, now: () => Date.now() };

/**
 * Serves pages to read to visitors without a session, each rendered once per language, without any header of theirs.
 * `enter` takes a place for rendering.
 */
export function keptServer(portal: Portal, enter: Enter) {
  const serve = keptPages<Miss>(SETTINGS);

  /** True when the request was for a kept page. */
  return async function serveKept(turn: Turn): Promise<boolean> {
    const { request, address, visitor } = turn;
    const page = readingPageAt(address.path);
    const isReading = request.method === "GET" || request.method === "HEAD";
    if (!page || !isReading || !visitor.isAnonymous || isData(request)) return false;
    const url = keptAddress(page, address.path, address.query);
    if (url === undefined) return false;
    const served = await serve(`${visitor.locale} ${url}`, () => make(portal, enter, url, visitor.locale));
    if (served.kind === "now") await sendKept(portal, turn, served.page);
    else if (served.kind === "before") await sendBefore(portal, turn, served.page);
    else if (served.failure.answer)
      await sendHeld(portal, turn, served.failure.answer, served.failure.failure);
    else await sayFailure(portal, turn, served.failure.failure ?? "failure");
    return true;
  };
}

async function make(
  { app, site }: Portal,
  enter: Enter,
  url: string,
  locale: Turn["visitor"]["locale"],
): Promise<Page | Missed<Miss>> {
  const leave = await enter();
  if (!leave) return { failure: { failure: "busy" }, isFinal: false };
  try {
    return await traced(async (trace) => {
      const { host } = new URL(site.appUrl);
      const cookie = languageCookie(locale, site.appUrl);
      const answer = await askApp(app, url, { host, "x-forwarded-host": host, "x-portal-path": url, cookie });
      const html = isHtml(answer.headers) ? answer.body.toString("utf8") : "";
      if (answer.status === 200 && hasWords(html) && answer.headers["set-cookie"] === undefined)
        return { html: bare(html, locale), headers: onlyText(pageHeaders(answer)) };
      return { failure: { answer, failure: trace.failure }, isFinal: answer.status < 500 };
    });
  } catch {
    return { failure: { failure: "failure" }, isFinal: false };
  } finally {
    leave();
  }
}

async function sendKept(
  { site }: Portal,
  { request, response }: Turn,
  page: { headers: Record<string, string>; etag: string; body: Buffer; gzipped: Buffer },
): Promise<void> {
  const headers = {
    ...page.headers,
    ...guardHeaders("", "none", site),
    ETag: page.etag,
    "Cache-Control": "private, no-cache",
    Vary: varyWith(page.headers.Vary, "Cookie", "Accept-Encoding"),
  };
  const known = String(request.headers["if-none-match"] ?? "").split(/,\s*/);
  if (known.includes(page.etag) || known.includes(`W/${page.etag}`)) sendNotModified(response, headers);
  else await send(request, response, 200, headers, page.body, page.gzipped);
}

async function sendBefore(
  { site }: Portal,
  { request, response, visitor }: Turn,
  page: { html: string; headers: Record<string, string>; madeAt: number },
): Promise<void> {
  const notice = beforeNotice(visitor.locale, page.madeAt);
  const html = page.html.replace(
    /(<main\b[^>]*>)([\s\S]*)(<\/main>)/,
    (_, open: string, main: string, close: string) =>
      `${open}<div class="stack stack--loose">${notice}${main}</div>${close}`,
  );
  const headers = {
    ...page.headers,
    ...guardHeaders("", "none", site),
    "Cache-Control": "no-store",
    Vary: varyWith(page.headers.Vary, "Cookie"),
  };
  await send(request, response, 200, headers, Buffer.from(html));
}

const onlyText = (headers: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.toString()]));
