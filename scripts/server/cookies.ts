import { DEFAULT_LOCALE, type Locale, localeOf } from "@/lib/i18n/locale";
import { cookieSettings } from "@/lib/security/cookie-settings";

export type Visitor = {
  locale: Locale;
  /** Carries a session's token; whether the session lives is for the app to say. */
  hasSession: boolean;
  /** Carries nothing of ours but a language, so that every page looks the same to all who are like this. */
  isAnonymous: boolean;
};

/** What the cookies of a request say about who asks. */
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

/** The cookie by which the app knows a language, and nothing else about whoever asks. */
export const languageCookie = (locale: Locale, appUrl: string): string =>
  `${cookieSettings(appUrl).nameOf("language")}=${locale}`;
