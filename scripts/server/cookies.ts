import { DEFAULT_LOCALE, type Locale, localeOf } from "@/lib/i18n/locale";
import { cookieSettings } from "@/lib/security/cookie-settings";

export type Visitor = {
  locale: Locale;
  /** Has a session token; the app checks whether the session is valid. */
  hasSession: boolean;
  /** Has no cookie of the portal but the language, so that shared pages fit. */
  isAnonymous: boolean;
};

/** The facts in the cookies of a request. */
export function visitorOf(header: string | undefined, appUrl: string): Visitor {
  const { nameOf } = cookieSettings(appUrl);
  const cookies = new Map(
    (header ?? "").split(";").map((pair) => {
      const mark = pair.indexOf("=");
      return [pair.slice(0, mark).trim(), pair.slice(mark + 1).trim()] as const;
    }),
  );
  const chosen = cookies.get(nameOf("language"));
  cookies.delete(nameOf("language"));
  return {
    locale: chosen === undefined ? DEFAULT_LOCALE : localeOf(chosen),
    hasSession: Boolean(cookies.get(nameOf("session"))),
    isAnonymous: [...cookies.keys()].every((name) => !name.startsWith(nameOf(""))),
  };
}

/** The language cookie alone. */
export const languageCookie = (locale: Locale, appUrl: string): string =>
  `${cookieSettings(appUrl).nameOf("language")}=${locale}`;
