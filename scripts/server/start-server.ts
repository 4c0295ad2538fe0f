import { createServer, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import next from "next";
import { logFailure } from "@/lib/log";
import { guardHeaders } from "@/lib/security/headers";
import { frames } from "./frame";
import { portalHandler } from "./handler";
import { HEADERS_PATIENCE_MS, REQUEST_PATIENCE_MS } from "./limits";
import { ownPage, type Saying, STATUS } from "./own-page";
import type { Site } from "./turn";

type Options = {
  port: number;
  host: string;
  places: number;
  noticeMs: number;
  site: Site;
  securityTxt: () => string;
};

const KEEP_ALIVE_MS = 65_000;
/** Time limit for running requests at shutdown. */
const FINISH_MS = 15_000;
/** Idle connections are closed as soon as nothing runs. */
const CLOSE_EVERY_MS = 100;

const SAYING_OF: Record<string, Saying> = {
  ERR_HTTP_REQUEST_TIMEOUT: "too-slow",
  HPE_HEADER_OVERFLOW: "headers-too-large",
};

/**
 * Serves the portal until SIGTERM: then `/readyz` reports not ready, requests are served for `noticeMs`, running ones
 * are finished and the process ends.
 */
export async function startServer(options: Options): Promise<void> {
  const { port, host, places, noticeMs, site, securityTxt } = options;
  let isEnding = false;
  const server = createServer({
    headersTimeout: HEADERS_PATIENCE_MS,
    requestTimeout: REQUEST_PATIENCE_MS,
    connectionsCheckingInterval: 2_000,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  const app = next({ dev: site.development, hostname: host, port, httpServer: server });
  await app.prepare();
  const portal = portalHandler({
    app: app.getRequestHandler(),
    site,
    places,
    securityTxt,
    isEnding: () => isEnding,
  });
  const last = new WeakMap<Socket, ServerResponse>();
  const noted = (request: Parameters<typeof portal.handle>[0], response: ServerResponse) => {
    last.set(request.socket, response);
    portal.handle(request, response);
  };
  server.on("request", noted);
  server.on("checkContinue", (request, response) => {
    if (!portal.isTooLarge(request)) response.writeContinue();
    noted(request, response);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const answer = last.get(socket);
    if (!socket.writable || (answer?.headersSent && !answer.writableFinished)) socket.destroy();
    else socket.end(rawAnswer(SAYING_OF[error.code ?? ""] ?? "bad-request", site));
  });
  if (!site.development) await portal.learn();

  const end = async (code: number) => {
    if (isEnding) return;
    isEnding = true;
    await new Promise((resolve) => setTimeout(resolve, noticeMs));
    const finished = new Promise((resolve) => server.close(resolve));
    const closing = setInterval(() => server.closeIdleConnections(), CLOSE_EVERY_MS);
    closing.unref();
    await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, FINISH_MS))]);
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
  if (!site.development) {
    process.removeAllListeners("uncaughtException").removeAllListeners("unhandledRejection");
    process.on("uncaughtException", (error) => {
      logFailure("web: ends after an error that nothing met", error);
      void end(1);
    });
    process.on("unhandledRejection", (error) => logFailure("web: not met", error));
  }
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  console.log(`The portal listens on ${host}:${port}.`);
}

/** An answer to an unreadable request: in both languages, because the client's is unknown. */
function rawAnswer(saying: Saying, site: Site): string {
  const { title, main } = ownPage(saying, "nl");
  const english = ownPage(saying, "en-NL").main.replaceAll("<h1", "<h2").replaceAll("</h1>", "</h2>");
  const body = frames().around("nl", { title, main: `${main}<div lang="en">${english}</div>` });
  const headers = {
    ...guardHeaders("", "none", site),
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(body)),
    "Cache-Control": "no-store",
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${STATUS[saying]} ${STATUS_CODES[STATUS[saying]]}`, ...lines, "", body].join("\r\n");
}
