import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";

export type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer };
type ShouldHold = (status: number, headers: OutgoingHttpHeaders) => boolean;
const PRETENDED = ["headersSent", "finished", "writableEnded"] as const;
type Callback = (error?: Error | null) => void;

/**
 * Intercepts `response`. Once status and headers are known, `shouldHold` decides whether the answer is sent as it is
 * written, which gives undefined, or buffered. When the client has gone it is undefined too. After `silence` the app's
 * writes are dropped, and the response can be used for another answer.
 */
export function holdAnswer(response: ServerResponse, shouldHold: ShouldHold) {
  const { writeHead, write, end } = response;
  const pieces: Buffer[] = [];
  let state: "undecided" | "passing" | "held" = "undecided";
  const settled = Promise.withResolvers<Answer | undefined>();
  const ofTheServer = new Set(response.rawListeners("finish"));
  response.once("close", () => settled.resolve(undefined));

  const decide = () => {
    if (state !== "undecided") return;
    state = shouldHold(response.statusCode, response.getHeaders()) ? "held" : "passing";
    if (state === "passing") settled.resolve(undefined);
    else pretend(response, "headersSent");
  };
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string")
      pieces.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) pieces.push(Buffer.from(chunk));
  };

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    setHeaders(response, rest.at(-1));
    decide();
    return state === "held" ? response : writeHead.call(response, response.statusCode);
  }) as ServerResponse["writeHead"];

  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    decide();
    if (state === "passing") return Reflect.apply(write, response, [chunk, ...rest]);
    keep(chunk, rest[0]);
    callbackIn(rest)?.();
    return true;
  }) as ServerResponse["write"];

  response.end = ((...args: unknown[]) => {
    decide();
    if (state === "passing") return Reflect.apply(end, response, args);
    if (typeof args[0] !== "function") keep(args[0], args[1]);
    pretend(response, "finished");
    pretend(response, "writableEnded");
    process.nextTick(() => {
      for (const told of response.rawListeners("finish")) if (!ofTheServer.has(told)) told.call(response);
      callbackIn(args)?.();
    });
    settled.resolve(whole(response, pieces));
    return response;
  }) as ServerResponse["end"];

  return {
    answer: settled.promise,
    hasBegun: () => state === "passing",
    silence: () => {
      state = "held";
      for (const name of PRETENDED) Reflect.deleteProperty(response, name);
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      const nothing = () => response;
      Object.assign(response, { setHeader: nothing, appendHeader: nothing, removeHeader: nothing });
    },
  };
}

function whole(response: ServerResponse, pieces: Buffer[]): Answer {
  const body = Buffer.concat(pieces);
  const { "content-encoding": coding, ...headers } = response.getHeaders();
  return { status: response.statusCode, headers, body: coding === "gzip" ? gunzipSync(body) : body };
}

function pretend(response: ServerResponse, name: (typeof PRETENDED)[number]): void {
  Object.defineProperty(response, name, { value: true, configurable: true });
}

function setHeaders(response: ServerResponse, headers: unknown): void {
  if (Array.isArray(headers)) {
    for (let at = 0; at + 1 < headers.length; at += 2) response.appendHeader(headers[at], headers[at + 1]);
  } else if (typeof headers === "object" && headers !== null) {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string);
  }
}

const callbackIn = (args: readonly unknown[]): Callback | undefined =>
  args.find((arg): arg is Callback => typeof arg === "function");
