import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { guardHeaders } from "@/lib/security/headers";
import type { Address } from "./address";
import type { Visitor } from "./cookies";
import type { frames } from "./frame";

export type Site = Parameters<typeof guardHeaders>[2];

/** Shared by all requests of this process. */
export type Portal = { app: RequestListener; site: Site; frames: ReturnType<typeof frames> };

/** One request on its way to an answer. */
export type Turn = {
  request: IncomingMessage;
  response: ServerResponse;
  address: Address;
  visitor: Visitor;
  /** The body, once it has been read. */
  body?: Buffer;
};

/** Path and query as requested, without the mark that Next puts on its own requests. */
export function askedFor({ address }: Pick<Turn, "address">): string {
  const query = new URLSearchParams(address.query);
  query.delete("_rsc");
  return query.size > 0 ? `${address.path}?${query}` : address.path;
}

/** Whether the request comes from Next's own code in the browser, which shows no page. */
export const isData = ({ headers }: IncomingMessage): boolean =>
  headers.rsc !== undefined || headers["next-action"] !== undefined;

export const isSending = ({ method }: IncomingMessage): boolean =>
  method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
