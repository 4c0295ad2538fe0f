import { readdirSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { LOCALES } from "@/lib/i18n/locale";
import { logFailure } from "@/lib/log";
import { guardHeaders } from "@/lib/security/headers";
import { mayChange } from "@/lib/security/origin";
import { SECURITY_TXT } from "@/lib/security/security-txt";
import { readAddress } from "./address";
import { admission, RANKS, rankOf } from "./admission";
import { shapeProblem } from "./body-shape";
import { languageCookie, visitorOf } from "./cookies";
import { frames } from "./frame";
import { ALL_BODIES_BYTES, BODY_PATIENCE_MS, limitFor } from "./limits";
import { ownAddress } from "./own-address";
import { type BodyProblem, hasBody, readBody } from "./read-body";
import { say, sayFailure } from "./say";
import { send } from "./send";
import { learnFrame, serveApp } from "./serve-app";
import { keptServer } from "./serve-kept";
import { isSending, type Portal, type Site, type Turn } from "./turn";

type Options = {
  app: RequestListener;
  site: Site;
  /** Requests that the app works on at the same time. */
  places: number;
  /** The text of security.txt at this moment. */
  securityTxt: () => string;
  /** Whether this process is shutting down. */
  isEnding: () => boolean;
};

const WAITING_PER_PLACE = 8;
const QUEUE_PATIENCE_MS = 5_000;
/** Limits health checks, because each one queries the database. */
const PROBES = { atOnce: 2, waiting: 8, patienceMs: 1_000 };
/** Uploads take long, so they have places of their own. */
const FILES = { atOnce: 8, waiting: 16, patienceMs: 10_000 };
/** A refused body is still read for this long, so that the client reads the answer before the connection closes. */
const LINGER_MS = 10_000;

const SAYING_OF = {
  "too-large": "too-large",
  "too-slow": "too-slow",
  "no-room": "busy",
} as const satisfies Partial<Record<BodyProblem, string>>;

/** The steps between an incoming request and the app, in order. */
export function portalHandler({ app, site, places, securityTxt, isEnding }: Options) {
  const portal: Portal = { app, site, frames: frames() };
  const gate = admission({
    atOnce: places,
    waiting: places * WAITING_PER_PLACE,
    patienceMs: QUEUE_PATIENCE_MS,
  });
  const files = admission(FILES);
  const probes = admission(PROBES);
  const room = { left: ALL_BODIES_BYTES };
  const assets = new Set(readdirSync("public").map((name) => `/${name}`));
  const serveKept = keptServer(portal, () => gate.enter(RANKS.looking, new AbortController().signal));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isEnding()) response.setHeader("Connection", "close");
    const address = readAddress(request.url);
    const visitor = visitorOf(request.headers.cookie, site.appUrl);
    const turn: Turn = { request, response, visitor, address: address ?? readRoot() };
    if (!address) return say(portal, turn, "bad-request");
    const { path } = address;
    if (path === "/livez") return sayPlainly(turn, 200, "alive");
    if (path === "/readyz") return sayReady(turn);
    if (path === SECURITY_TXT) return sayPlainly(turn, 200, securityTxt());
    const elsewhere = ownAddress(request, site.appUrl);
    if (elsewhere) return redirect(turn, elsewhere);
    if (path.startsWith("/_next/static/") || assets.has(path)) return serveApp(portal, turn);
    if (!mayChange(asFetched(request), site.appUrl)) return refuse(turn, "forbidden");
    const limit = limitFor(path);
    if (hasBody(request) && limit.streams) return serveFile(turn, limit.bytes);
    if (hasBody(request) && !(await takeBody(turn))) return;
    try {
      if (!site.development && (await serveKept(turn))) return;
      await serveInTurn(turn);
    } finally {
      room.left += turn.body?.length ?? 0;
    }
  }

  async function serveInTurn(turn: Turn): Promise<void> {
    const { request, response, visitor } = turn;
    const rank = rankOf({ isSending: isSending(request), hasSession: visitor.hasSession });
    const leave = await gate.enter(rank, goneSignal(response));
    if (!leave) return response.destroyed ? undefined : sayFailure(portal, turn, "busy");
    await serveApp(portal, turn).finally(leave);
  }

  async function serveFile(turn: Turn, bytes: number): Promise<void> {
    const { request, response } = turn;
    const length = request.headers["content-length"];
    if (length === undefined) return refuse(turn, "no-length");
    if (Number(length) > bytes) return refuse(turn, "too-large", bytes);
    const leave = await files.enter(RANKS.sending, goneSignal(response));
    if (!leave) return refuse(turn, "busy");
    await serveApp(portal, turn).finally(leave);
  }

  /** Reads the body; answers false when it was refused. */
  async function takeBody(turn: Turn): Promise<boolean> {
    const { request, address } = turn;
    const limit = limitFor(address.path);
    const read = await readBody(request, { bytes: limit.bytes, patienceMs: BODY_PATIENCE_MS, room });
    if (!read.ok) {
      const { reason } = read.refusal;
      if (reason !== "cut-off") await refuse(turn, SAYING_OF[reason], limit.bytes);
      return false;
    }
    const problem = shapeProblem(read.value, request.headers["content-type"] ?? "", limit);
    if (problem) {
      room.left += read.value.length;
      await say(portal, turn, problem === "too-many-fields" ? problem : "bad-request");
      return false;
    }
    turn.body = read.value;
    return true;
  }

  async function refuse(turn: Turn, saying: Parameters<typeof say>[2], bytes?: number): Promise<void> {
    const { request } = turn;
    request.resume();
    setTimeout(() => request.complete || request.socket.destroy(), LINGER_MS).unref();
    await say(portal, turn, saying, { bytes });
  }

  async function sayPlainly({ request, response }: Turn, status: number, text: string): Promise<void> {
    const headers = {
      ...guardHeaders("", "none", site),
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
    };
    await send(request, response, status, headers, Buffer.from(text));
  }

  async function sayReady(turn: Turn): Promise<void> {
    if (isEnding()) return sayPlainly(turn, 503, "ending");
    const leave = await probes.enter(RANKS.looking, goneSignal(turn.response));
    if (!leave) return sayPlainly(turn, 503, "busy");
    await serveApp(portal, turn).finally(leave);
  }

  async function redirect({ request, response }: Turn, to: URL): Promise<void> {
    const headers = { ...guardHeaders("", "none", site), Location: to.href };
    await send(request, response, 307, headers, Buffer.alloc(0));
  }

  return {
    handle: (request: IncomingMessage, response: ServerResponse): void => {
      handle(request, response).catch((error: unknown) => {
        logFailure("web", error);
        response.destroy();
      });
    },
    /** Fetches the frame of the site; throws when the app cannot render its plainest page. */
    learn: () =>
      Promise.all(LOCALES.map((locale) => learnFrame(portal, locale, languageCookie(locale, site.appUrl)))),
    /** Whether a request announces more than its path may carry. */
    isTooLarge: ({ url, headers }: IncomingMessage): boolean =>
      Number(headers["content-length"] ?? 0) > limitFor(readAddress(url)?.path ?? "/").bytes,
  };
}

const readRoot = () => ({ path: "/", query: new URLSearchParams() });

const asFetched = ({ method = "GET", headers }: IncomingMessage) => ({
  method,
  headers: { get: (name: string) => headers[name]?.toString() ?? null },
});

/** Aborts when the client has gone. */
function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => controller.abort());
  return controller.signal;
}
