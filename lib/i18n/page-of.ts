/** The page of this site that a request came from; the start page when it came from elsewhere. */
export function pageOf(referer: string | null, appUrl: string): string {
  const start = new URL("/", appUrl);
  const page = URL.parse(referer ?? "");
  if (page?.origin !== start.origin || page.pathname.startsWith("/api/")) return start.href;
  return page.href;
}
