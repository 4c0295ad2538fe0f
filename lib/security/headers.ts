type Site = {
  appUrl: string;
  /** Allowed targets of a form besides the portal: the identity providers. */
  issuers: readonly string[];
  /** Development servers need eval and inline style; nothing else does. */
  development: boolean;
};

/** The scripts that an answer may run: those with this nonce, or none at all. */
type Scripts = { nonce: string } | "none";

/** Every protective header of an answer to this path, whatever its status. */
export function guardHeaders(path: string, scripts: Scripts, site: Site): Record<string, string> {
  return {
    "Content-Security-Policy": isDownload(path) ? DOWNLOAD_POLICY : pagePolicy(scripts, site),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(isSecure(site.appUrl) && { "Strict-Transport-Security": `max-age=${TWO_YEARS}; includeSubDomains` }),
  };
}

/** Content-Security-Policy of a page. */
export function pagePolicy(scripts: Scripts, { appUrl, issuers, development }: Site): string {
  const origins = [...new Set([appUrl, ...issuers].map((address) => new URL(address).origin))];
  const script =
    scripts === "none"
      ? "'none'"
      : `'self' 'nonce-${scripts.nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`;
  return [
    "default-src 'self'",
    `script-src ${script}`,
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

/** For downloads: if a browser opens one all the same, it can do nothing. */
const DOWNLOAD_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Whether this path is a download: a letter, figures, or an uploaded file. */
export const isDownload = (path: string): boolean => /\.(csv|json|pdf|xlsx)$|\/download$/.test(path);

const TWO_YEARS = 63_072_000;

const isSecure = (appUrl: string): boolean => appUrl.startsWith("https:");
