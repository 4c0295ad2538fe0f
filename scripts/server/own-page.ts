import en from "@/lib/i18n/en/answers.json";
import enCommon from "@/lib/i18n/en/common.json";
import { formats } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import nl from "@/lib/i18n/nl/answers.json";
import nlCommon from "@/lib/i18n/nl/common.json";

const WORDS = {
  nl: { ...nl, ...nlCommon.failures },
  "en-NL": { ...en, ...enCommon.failures },
} satisfies Record<Locale, object>;

/** The server's own messages, with their status. */
export const STATUS = {
  "bad-request": 400,
  forbidden: 403,
  "not-found": 404,
  "too-slow": 408,
  "no-length": 411,
  "too-large": 413,
  "too-many-fields": 413,
  "headers-too-large": 431,
  failure: 500,
  busy: 503,
  away: 503,
  unknown: 503,
} as const;

export type Saying = keyof typeof STATUS;

/** A plain form, to be sent again; `hadFiles` when it had files, which cannot be given back. */
export type Typed = { fields: readonly (readonly [name: string, value: string])[]; hadFiles: boolean };

export type Details = {
  /** Target of "try again" and of sending again: path and query. */
  address?: string;
  typed?: Typed;
  /** The page that shows the result of their request. */
  look?: string;
  /** Reference to find the error in the log. */
  reference?: string;
  /** The maximum size in bytes. */
  bytes?: number;
};

const AGAIN: ReadonlySet<Saying> = new Set(["busy", "away", "failure"]);

/** Title and content of a page in one language, without scripts. */
export function ownPage(
  saying: Saying,
  locale: Locale,
  details: Details = {},
): { title: string; main: string } {
  const words = WORDS[locale];
  const { title, text, next } = words[saying];
  const { address, typed, look, reference, bytes = 0 } = details;
  const size = `${formats(locale).number(Math.floor(bytes / 1024))} kB`;
  const main = [
    `<h1 class="nl-heading nl-heading--level-1">${escaped(title)}</h1>`,
    paragraph(text.replace("{size}", size), "nl-paragraph nl-paragraph--lead"),
    paragraph(next),
    typed && paragraph(typed.hadFiles ? words.typedWithoutFiles : words.typed),
    reference &&
      `<p class="nl-paragraph">${escaped(words.reference)} <strong>${escaped(reference)}</strong></p>`,
    `<div class="actions">${[
      look && link(look, words.look, "primary"),
      typed && address && !look && sendAgain(typed, address, words.sendAgain),
      !typed && address && AGAIN.has(saying) && link(address, words.again, "primary"),
      link("/", words.home, look || AGAIN.has(saying) ? "secondary" : "primary"),
    ]
      .filter(Boolean)
      .join("")}</div>`,
  ];
  return { title, main: `<div class="stack">${main.filter(Boolean).join("")}</div>` };
}

/** The same as a problem document (RFC 9457), with the message as its own member. */
export const ownProblem = (saying: Saying, locale: Locale) => ({
  type: "about:blank",
  title: WORDS[locale][saying].title,
  status: STATUS[saying],
  saying,
  detail: WORDS[locale][saying].text,
});

/** Adds its time to an older page; `madeAt` in milliseconds. */
export function beforeNotice(locale: Locale, madeAt: number): string {
  const text = WORDS[locale].before.replace("{moment}", formats(locale).moment(new Date(madeAt)));
  return `<div class="utrecht-alert utrecht-alert--warning" role="status"><div class="utrecht-alert__content">${paragraph(text)}</div></div>`;
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const paragraph = (text: string, look = "nl-paragraph"): string => `<p class="${look}">${escaped(text)}</p>`;

const link = (address: string, text: string, look: "primary" | "secondary"): string =>
  `<a class="nl-button nl-button--${look}" href="${escaped(address)}"><span class="nl-button__label">${escaped(text)}</span></a>`;

/** Line breaks are written as character references, which a hidden field keeps. */
function sendAgain({ fields }: Typed, address: string, text: string): string {
  const hidden = fields.map(
    ([name, value]) =>
      `<input type="hidden" name="${escaped(name)}" value="${escaped(value).replace(/\r/g, "&#13;").replace(/\n/g, "&#10;")}">`,
  );
  return `<form method="post" action="${escaped(address)}" enctype="multipart/form-data">${hidden.join("")}<button class="nl-button nl-button--primary" type="submit"><span class="nl-button__label">${escaped(text)}</span></button></form>`;
}
