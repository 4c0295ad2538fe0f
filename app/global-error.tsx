"use client";
import { THEME_CLASS } from "@/components/ui/theme";
import common from "@/lib/i18n/nl/common.json";
import "./globals.css";

/** The last resort: the frame around the pages failed, so nothing here may depend on it. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const words = common.failure;
  return (
    <html lang="nl" className={THEME_CLASS}>
      <body>
        <title>{words.title}</title>
        <link rel="icon" href="/icon.svg" />
        <main className="site__main bounds stack">
          <h1 className="nl-heading nl-heading--level-1">{words.title}</h1>
          <p className="nl-paragraph nl-paragraph--lead">{words.text}</p>
          <p>
            {error.digest ? words.stillWrong : words.noReference} <strong>{error.digest}</strong>
          </p>
          <p>
            <a className="nl-link" href="/">
              {words.home}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
