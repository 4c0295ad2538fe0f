import { wordsOf } from "@/lib/i18n/words";
import type { MailKind } from "./job";

/** What a message may tell: that something is there, what it means, what is expected by when, and where it is. */
export type MailFacts = {
  kind: MailKind;
  isExample: boolean;
  /** Address in the portal of what it is about. */
  link: string;
  /** Reference and formatted days that the words of this kind ask for. */
  values: Readonly<Record<string, string>>;
};

export type MailText = { subject: string; text: string; html: string };

/**
 * A message in plain words, as text and as simple HTML: its nature, what it does in law, what is expected and by
 * which day (Awb 2:10), and nothing of the case itself. Words: catalogue `mail`, by kind.
 */
export function mailText({ kind, isExample, link, values }: MailFacts): MailText {
  const t = wordsOf("mail");
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
    html: page(subject, [
      ...told.map(paragraph),
      `<p><a href="${escaped(link)}">${escaped(t("link"))}</a></p>`,
      ...after.map(paragraph),
    ]),
  };
}

const page = (title: string, body: readonly string[]): string =>
  `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${escaped(title)}</title><body>${body.join("")}</body></html>`;

const paragraph = (text: string): string => `<p>${escaped(text).replaceAll("\n", "<br>")}</p>`;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
