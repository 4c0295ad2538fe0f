import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { guardHeaders } from "@/lib/security/headers";
import type { Address } from "./address";
import type { Visitor } from "./cookies";
import type { frames } from "./frame";

export type Site = Parameters<typeof guardHeaders>[2];

/** What all requests of this process share. */
export type Portal = { app: RequestListener; site: Site; frames: ReturnType<typeof frames> };

/** One request on its way to an answer. */
export type Turn = {
  request: IncomingMessage;
  response: ServerResponse;
  address: Address;
  visitor: Visitor;
  /** What was sent along, once it has been read whole. */
  body?: Buffer;
};

/** Path and query as they were asked for, without the mark that Next puts on its own requests. */
export function askedFor({ address }: Pick<Turn, "address">): string {
  const query = new URLSearchParams(address.query);
  query.delete("_rsc");
  return query.size > 0 ? `${address.path}?${query}` : address.path;
}

/** Whether Next's own code in the browser asks, which reads no page. */
export const isData = ({ headers }: IncomingMessage): boolean =>
  headers.rsc !== undefined || headers["next-action"] !== undefined;

export const isSending = ({ method }: IncomingMessage): boolean =>
  method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
