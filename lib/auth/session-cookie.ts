import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";

/** Bound to this host alone where the site is served over https, out of reach of scripts everywhere. */
export function cookieSettings() {
  const secure = env().APP_URL.startsWith("https://");
  return {
    nameOf: (purpose: string) => `${secure ? "__Host-" : ""}portal-${purpose}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

export async function sessionToken(): Promise<string | undefined> {
  const jar = await cookies();
  return jar.get(cookieSettings().nameOf("session"))?.value || undefined;
}

/** Only where an answer's headers can still be written: route handlers and actions. */
export async function forgetSessionToken(): Promise<void> {
  const { nameOf, options } = cookieSettings();
  const jar = await cookies();
  jar.set(nameOf("session"), "", { ...options, maxAge: 0 });
}
