const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change something: it must come from a page of the portal. The host named by a proxy is ignored.
 */
export function mayChange(
  request: { method: string; headers: Pick<Headers, "get"> },
  appUrl: string,
): boolean {
  if (READS.has(request.method)) return true;
  const origin = request.headers.get("origin");
  if (origin !== null) return origin === new URL(appUrl).origin;
  return request.headers.get("sec-fetch-site") === "same-origin";
}
