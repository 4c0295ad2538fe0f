/** Bound to this host alone where the site is served over https, out of reach of scripts everywhere. */
export function cookieSettings(appUrl: string) {
  const secure = appUrl.startsWith("https://");
  return {
    nameOf: (purpose: string) => `${secure ? "__Host-" : ""}portal-${purpose}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}
