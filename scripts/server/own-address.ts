import type { IncomingMessage } from "node:http";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * On one's own machine the portal has several names; forms and cookies belong to one. The same address under that name;
 * undefined when the request came in under it.
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
