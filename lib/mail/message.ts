import type { Values } from "@/lib/form-state";
import { formats } from "@/lib/i18n/format";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locale";
import { wordsOf } from "@/lib/i18n/words";
import type { MailKind } from "@/lib/outbox/mail-job";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** The content of a mail: what it is about, what it means, what is expected by when, and where. */
export type MailFacts = {
  kind: MailKind;
  isExample: boolean;
  /** Address of its subject in the portal. */
  link: string;
  /** The language of the person who last acted on the application. */
  locale: Locale;
  /** Values for the sentences of this kind: texts as they are, days and moments to be formatted. */
  values: Values;
  scheme?: Scheme;
};

/** A decision is announced in Dutch, the language of the decision (Awb 2:6). */
const ALWAYS_DUTCH: readonly MailKind[] = ["decision"];

export type MailText = { subject: string; text: string; html: string };

/**
 * A mail as text and as simple HTML: its nature, its legal effect, what is expected and by which day (Awb 2:10), and
 * nothing of the case itself. Words: catalogue `mail`, by kind.
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
