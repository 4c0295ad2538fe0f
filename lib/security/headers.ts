type Site = {
  appUrl: string;
  /** Where a form may send someone on to: the addresses of the identity providers. */
  issuers: readonly string[];
  /** Development servers need eval and inline style; nothing else does. */
  development: boolean;
};

/** Content-Security-Policy for one response; `nonce` is what its scripts must carry. */
export function contentSecurityPolicy(nonce: string, { appUrl, issuers, development }: Site): string {
  const origins = [...new Set([appUrl, ...issuers].map((address) => new URL(address).origin))];
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    `form-action 'self' ${origins.join(" ")}`,
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(isSecure(appUrl) ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** For files that are kept, not shown: should a browser open one all the same, it can do nothing. */
export const DOWNLOAD_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Whether an address gives a file to keep: a letter, figures, or what someone uploaded. */
export const isDownload = (path: string): boolean => /\.(csv|json|pdf|xlsx)$|\/download$/.test(path);

const TWO_YEARS = 63_072_000;

/** Every other header that goes with every response. */
export function securityHeaders({ appUrl }: Pick<Site, "appUrl">): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(isSecure(appUrl) && { "Strict-Transport-Security": `max-age=${TWO_YEARS}; includeSubDomains` }),
  };
}

const isSecure = (appUrl: string): boolean => appUrl.startsWith("https:");
