import type { IncomingMessage } from "node:http";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * On a local machine the portal has several names, and forms and cookies belong to one. Gives the same address under
 * that name; undefined when the request has it already.
 */
export function ownAddress(
  { method, url, headers }: Pick<IncomingMessage, "method" | "url" | "headers">,
  appUrl: string,
): URL | undefined {
  const own = new URL(appUrl);
  const asked = URL.parse(`http://${headers.host}`);
  if (method !== "GET" || !asked || asked.host === own.host) return undefined;
  if (!LOOPBACK.has(own.hostname) || !LOOPBACK.has(asked.hostname)) return undefined;
  return new URL(url ?? "/", own);
}
