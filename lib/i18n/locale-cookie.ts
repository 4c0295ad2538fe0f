import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { cookieSettings } from "@/lib/security/cookie-settings";
import { DEFAULT_LOCALE, type Locale, localeOf } from "./locale";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The language this visitor chose; Dutch until they choose. */
export const chosenLocale = async (): Promise<Locale> => (await localeChosen()) ?? DEFAULT_LOCALE;

/** The language chosen in this browser; undefined before a choice. */
export async function localeChosen(): Promise<Locale | undefined> {
  const jar = await cookies();
  const chosen = jar.get(cookieSettings(env().APP_URL).nameOf("language"))?.value;
  return chosen === undefined ? undefined : localeOf(chosen);
}

/** Sets the cookie; only in route handlers and actions. */
export async function rememberLocale(locale: Locale): Promise<void> {
  const { nameOf, options } = cookieSettings(env().APP_URL);
  const jar = await cookies();
  jar.set(nameOf("language"), locale, { ...options, maxAge: YEAR_SECONDS });
}
