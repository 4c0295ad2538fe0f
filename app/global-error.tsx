"use client";
import { THEME_CLASS } from "@/components/ui/theme";
import en from "@/lib/i18n/en/common.json";
import nl from "@/lib/i18n/nl/common.json";
import "./globals.css";

/** The last resort, in both languages: the layout failed, so nothing here may depend on it. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="nl" className={THEME_CLASS}>
      <body>
        <title>{nl.failures.failure.title}</title>
        <link rel="icon" href="/icon.svg" />
        <main className="site__main bounds stack stack--loose">
          <Failure words={nl.failures} digest={error.digest} />
          <div lang="en">
            <Failure words={en.failures} digest={error.digest} />
          </div>
        </main>
      </body>
    </html>
  );
}

function Failure({ words, digest }: { words: typeof nl.failures; digest: string | undefined }) {
  return (
    <div className="stack">
      <h1 className="nl-heading nl-heading--level-1">{words.failure.title}</h1>
      <p className="nl-paragraph nl-paragraph--lead">{words.failure.text}</p>
      <p>{words.failure.next}</p>
      {digest && (
        <p>
          {words.reference} <strong>{digest}</strong>
        </p>
      )}
      <p>
        <a className="nl-link" href="/">
          {words.home}
        </a>
      </p>
    </div>
  );
}
