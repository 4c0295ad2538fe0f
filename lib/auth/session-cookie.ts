import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { cookieSettings } from "@/lib/security/cookie-settings";

export async function sessionToken(): Promise<string | undefined> {
  const jar = await cookies();
  return jar.get(cookieSettings(env().APP_URL).nameOf("session"))?.value || undefined;
}

/** Only where an answer's headers can still be written: route handlers and actions. */
export async function forgetSessionToken(): Promise<void> {
  const { nameOf, options } = cookieSettings(env().APP_URL);
  const jar = await cookies();
  jar.set(nameOf("session"), "", { ...options, maxAge: 0 });
}
