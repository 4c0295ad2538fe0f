/**
 * Whether a posted form comes from one of our own pages. Browsers say so themselves in Sec-Fetch-Site, and older
 * ones in Origin; a request that says neither is not taken on trust.
 */
export function isFromOurPages(headers: Headers, appUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return headers.get("origin") === new URL(appUrl).origin;
}
