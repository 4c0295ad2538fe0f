import type { IncomingMessage } from "node:http";
import { placeToLook } from "@/lib/place-to-look";
import { guardHeaders } from "@/lib/security/headers";
import type { Failure } from "./failure";
import { type Details, ownPage, ownProblem, type Saying, STATUS } from "./own-page";
import { send } from "./send";
import { askedFor, isSending, type Portal, type Turn } from "./turn";
import { typedIn } from "./typed";

const RETRY_SECONDS = { busy: 30, away: 60, unknown: 60 } as const satisfies Partial<Record<Saying, number>>;

/**
 * Sends one of the server's own messages: a page, or a problem document for a program. `status` when it differs from
 * the usual one.
 */
export async function say(
  { site, frames }: Portal,
  turn: Turn,
  saying: Saying,
  details: Details = {},
  status: number = STATUS[saying],
): Promise<void> {
  const { request, response, address, visitor } = turn;
  const asProgram = wantsJson(request, address.path);
  const body = asProgram
    ? JSON.stringify({ ...ownProblem(saying, visitor.locale), status })
    : frames.around(visitor.locale, ownPage(saying, visitor.locale, { address: askedFor(turn), ...details }));
  const retry = saying in RETRY_SECONDS ? RETRY_SECONDS[saying as keyof typeof RETRY_SECONDS] : undefined;
  const headers = {
    ...guardHeaders(asProgram ? address.path : "", "none", site),
    "Content-Type": asProgram ? "application/problem+json" : "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    Vary: "Accept, Cookie",
    ...(retry && { "Retry-After": String(retry) }),
  };
  await send(request, response, status, headers, Buffer.from(body));
}

/**
 * Says that a request could not be handled, and gives back the typed answers; or a link, when the outcome is unknown.
 */
export async function sayFailure(
  portal: Portal,
  turn: Turn,
  failure: Failure,
  reference?: string,
): Promise<void> {
  const { request, body } = turn;
  if (failure === "bad-request") return say(portal, turn, failure);
  if (!isSending(request)) return say(portal, turn, failure === "unknown" ? "away" : failure, { reference });
  const look = failure === "unknown" ? placeToLook(turn.address.path) : undefined;
  const typed = look ? undefined : await typedIn(body, request.headers["content-type"] ?? "");
  return say(portal, turn, failure, { reference, typed, look });
}

/** Browsers accept a page everywhere; programs do not. */
const wantsJson = ({ headers }: IncomingMessage, path: string): boolean => {
  const accept = headers.accept ?? "";
  return !accept.includes("text/html") && (accept.includes("json") || /^\/api\/|\.json$/.test(path));
};
