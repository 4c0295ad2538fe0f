"use client";
import { THEME_CLASS } from "@/components/ui/theme";
import en from "@/lib/i18n/en/common.json";
import nl from "@/lib/i18n/nl/common.json";
import "./globals.css";

/** The last resort, in both languages: the frame around the pages failed, so nothing here may depend on it. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="nl" className={THEME_CLASS}>
      <body>
        <title>{nl.failure.title}</title>
        <link rel="icon" href="/icon.svg" />
        <main className="site__main bounds stack stack--loose">
          <Failure words={nl.failure} digest={error.digest} />
          <div lang="en">
            <Failure words={en.failure} digest={error.digest} />
          </div>
        </main>
      </body>
    </html>
  );
}

function Failure({ words, digest }: { words: typeof nl.failure; digest: string | undefined }) {
  return (
    <div className="stack">
      <h1 className="nl-heading nl-heading--level-1">{words.title}</h1>
      <p className="nl-paragraph nl-paragraph--lead">{words.text}</p>
      <p>
        {digest ? words.stillWrong : words.noReference} <strong>{digest}</strong>
      </p>
      <p>
        <a className="nl-link" href="/">
          {words.home}
        </a>
      </p>
    </div>
  );
}
