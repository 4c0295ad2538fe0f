import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import type { MailKind } from "./job";

/** What a message may tell: that something is there, about which reference, and by when something is expected. */
export type MailFacts = {
  kind: MailKind;
  reference: string;
  isExample: boolean;
  /** Last day to decide by law, or to object once there is a decision. */
  by: Day;
  /** Address of the application in the portal. */
  link: string;
};

export type MailText = { subject: string; text: string; html: string };

/** A message in plain words, as text and as simple HTML; nothing of the case itself (Awb 2:8, 2:13). */
export function mailText({ kind, reference, isExample, by, link }: MailFacts): MailText {
  const t = wordsOf("mail");
  const day = formatDay(by);
  const told = [
    ...(isExample ? [t("example")] : []),
    t("greeting"),
    t(`${kind}.what`, { reference }),
    kind === "receipt"
      ? t("receipt.expected", { dueOn: day })
      : t("decision.expected", { objectBefore: day }),
  ];
  const after = [t("signIn"), `${t("closing")}\n${t("sender")}`, t("noReply")];
  const subject = t(`${kind}.subject`, { reference });
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
