import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { escaped } from "./own-page";

type Part = { title: string; main: string };

const MAIN = /(<main\b[^>]*>)[\s\S]*(<\/main>)/;
/** The title of a page, followed by the name of the site. */
const TITLE = /<title>[^<]*?( – [^<]*)?<\/title>/;

/** Header, footer and styles of the site for the server's own pages, per language, once they are known. */
export function frames() {
  const known = new Map<Locale, string>();
  return {
    /** Takes the frame from a page without scripts, as a visitor gets it. */
    learn: (locale: Locale, html: string): void => {
      if (MAIN.test(html) && TITLE.test(html)) known.set(locale, html);
    },
    isComplete: (): boolean => known.size === LOCALES.length,
    around: (locale: Locale, part: Part): string => framed(known.get(locale) ?? bare(locale), part),
  };
}

function framed(frame: string, { title, main }: Part): string {
  return frame
    .replace(TITLE, (_, site = "") => `<title>${escaped(title)}${site}</title>`)
    .replace(MAIN, (_, open: string, close: string) => open + main + close);
}

const bare = (locale: Locale): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title></title></head><body><main></main></body></html>`;
