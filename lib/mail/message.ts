import type { Values } from "@/lib/form-state";
import { formats } from "@/lib/i18n/format";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locale";
import { wordsOf } from "@/lib/i18n/words";
import type { MailKind } from "@/lib/outbox/mail-job";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** What a message may tell: that something is there, what it means, what is expected by when, and where it is. */
export type MailFacts = {
  kind: MailKind;
  isExample: boolean;
  /** Address in the portal of what it is about. */
  link: string;
  /** The language of whoever last did something with the application. */
  locale: Locale;
  /** What the words of this kind ask for: texts as they are, days and moments to be written out. */
  values: Values;
  scheme?: Scheme;
};

/** A decision is announced in the language that it is in, as the law has it (Awb 2:6). */
const ALWAYS_DUTCH: readonly MailKind[] = ["decision"];

export type MailText = { subject: string; text: string; html: string };

/**
 * A message in plain words, as text and as simple HTML: its nature, what it does in law, what is expected and by
 * which day (Awb 2:10), and nothing of the case itself. Words: catalogue `mail`, by kind.
 */
export function mailText({ kind, isExample, link, scheme, ...facts }: MailFacts): MailText {
  const locale = ALWAYS_DUTCH.includes(kind) ? DEFAULT_LOCALE : facts.locale;
  const t = wordsOf("mail", locale);
  const values = formats(locale).values({
    ...facts.values,
    ...(scheme && { scheme: wordsOf("schemes", locale)(`${scheme}.one`) }),
  });
  const told = [
    ...(isExample ? [t("example")] : []),
    t("greeting"),
    t(`${kind}.what`, values),
    t(`${kind}.effect`, values),
    t(`${kind}.expected`, values),
  ];
  const after = [t("signIn"), `${t("closing")}\n${t("sender")}`, t("noReply")];
  const subject = t(`${kind}.subject`, values);
  return {
    subject,
    text: `${[...told, `${t("link")}: ${link}`, ...after].join("\n\n")}\n`,
    html: page(locale, subject, [
      ...told.map(paragraph),
      `<p><a href="${escaped(link)}">${escaped(t("link"))}</a></p>`,
      ...after.map(paragraph),
    ]),
  };
}

const page = (locale: Locale, title: string, body: readonly string[]): string =>
  `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${escaped(title)}</title><body>${body.join("")}</body></html>`;

const paragraph = (text: string): string => `<p>${escaped(text).replaceAll("\n", "<br>")}</p>`;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
