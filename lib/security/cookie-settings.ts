/** Bound to this host where the site is served over https, hidden from scripts everywhere. */
export function cookieSettings(appUrl: string) {
  const secure = appUrl.startsWith("https://");
  return {
    nameOf: (purpose: string) => `${secure ? "__Host-" : ""}portal-${purpose}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}
