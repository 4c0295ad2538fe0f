/** Languages on screen. English as used in the Netherlands: English words, Dutch numbers and order of a date. */
export const LOCALES = ["nl", "en-NL"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "nl";

/** The language with this name; Dutch when there is none. */
export const localeOf = (asked: unknown): Locale =>
  LOCALES.find((locale) => locale === asked) ?? DEFAULT_LOCALE;
