const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change something: it must say that it comes from our own pages. What a proxy in between says
 * about the host is not believed.
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
