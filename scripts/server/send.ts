import { type IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

type Headers = Record<string, string | string[]>;

const compress = promisify(gzip);
const WORTHWHILE = 1_000;

/** Sends one whole answer: compressed where accepted; HEAD gets the headers of GET. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Headers,
  body: Buffer,
  gzipped?: Buffer,
): Promise<void> {
  const small = body.length < WORTHWHILE;
  const bytes = small || !takesGzip(request) ? undefined : (gzipped ?? (await compress(body)));
  const all = {
    ...headers,
    ...(!small && { Vary: varyWith(headers.Vary, "Accept-Encoding") }),
    ...(bytes && { "Content-Encoding": "gzip" }),
    "Content-Length": String((bytes ?? body).length),
  };
  if (response.destroyed || response.headersSent) return;
  write(response, status, all, request.method === "HEAD" ? undefined : (bytes ?? body));
}

/** Sends "not modified". */
export function sendNotModified(response: ServerResponse, headers: Headers): void {
  write(response, 304, headers);
}

/** Uses the methods of every response, whatever the app has put in their place on this one. */
function write(response: ServerResponse, status: number, headers: Headers, body?: Buffer): void {
  const { setHeader, writeHead, end } = ServerResponse.prototype;
  for (const [name, value] of Object.entries(headers)) setHeader.call(response, name, value);
  writeHead.call(response, status);
  Reflect.apply(end, response, body ? [body] : []);
}

/** A Vary header to which names are added that it does not have. */
export function varyWith(known: string | string[] | undefined, ...names: string[]): string {
  const all = [...(known ?? "").toString().split(","), ...names].map((name) => name.trim()).filter(Boolean);
  const seen = new Set<string>();
  return all.filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase())).join(", ");
}

const takesGzip = ({ headers }: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(headers["accept-encoding"] ?? ""));
