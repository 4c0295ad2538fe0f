import "server-only";
import { cookies } from "next/headers";
import { cookieSettings } from "@/lib/auth/cookie-settings";
import { env } from "@/lib/env";
import { type Locale, localeOf } from "./locale";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The language this visitor chose; Dutch until they choose. */
export async function chosenLocale(): Promise<Locale> {
  const jar = await cookies();
  return localeOf(jar.get(cookieSettings(env().APP_URL).nameOf("language"))?.value);
}

/** Only where an answer's headers can still be written: route handlers and actions. */
export async function rememberLocale(locale: Locale): Promise<void> {
  const { nameOf, options } = cookieSettings(env().APP_URL);
  const jar = await cookies();
  jar.set(nameOf("language"), locale, { ...options, maxAge: YEAR_SECONDS });
}
