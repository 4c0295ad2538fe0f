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

/** What the server says itself, with the status that goes with it. */
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

/** What someone sent with a form, to be sent again; `hadFiles` when files were with it that cannot be given back. */
export type Typed = { fields: readonly (readonly [name: string, value: string])[]; hadFiles: boolean };

export type Details = {
  /** Where "try again" leads, or where what was typed is sent again: path and query. */
  address?: string;
  typed?: Typed;
  /** Where someone sees what has become of their request. */
  look?: string;
  /** What helps us to find the error. */
  reference?: string;
  /** The most that may be sent, in bytes. */
  bytes?: number;
};

const AGAIN: ReadonlySet<Saying> = new Set(["busy", "away", "failure"]);

/** Title and content of a page in one language, for people who have no scripts. */
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

/** The same for a program: a problem as RFC 9457 spells it, with what is said as a member of our own. */
export const ownProblem = (saying: Saying, locale: Locale) => ({
  type: "about:blank",
  title: WORDS[locale][saying].title,
  status: STATUS[saying],
  saying,
  detail: WORDS[locale][saying].text,
});

/** Says on a page from before of when it is; `madeAt` in milliseconds. */
export function beforeNotice(locale: Locale, madeAt: number): string {
  const text = WORDS[locale].before.replace("{moment}", formats(locale).moment(new Date(madeAt)));
  return `<div class="utrecht-alert utrecht-alert--warning" role="status"><div class="utrecht-alert__content">${paragraph(text)}</div></div>`;
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const paragraph = (text: string, look = "nl-paragraph"): string => `<p class="${look}">${escaped(text)}</p>`;

const link = (address: string, text: string, look: "primary" | "secondary"): string =>
  `<a class="nl-button nl-button--${look}" href="${escaped(address)}"><span class="nl-button__label">${escaped(text)}</span></a>`;

/** Line breaks are given as signs of their own: a value of a hidden field keeps them so. */
function sendAgain({ fields }: Typed, address: string, text: string): string {
  const hidden = fields.map(
    ([name, value]) =>
      `<input type="hidden" name="${escaped(name)}" value="${escaped(value).replace(/\r/g, "&#13;").replace(/\n/g, "&#10;")}">`,
  );
  return `<form method="post" action="${escaped(address)}" enctype="multipart/form-data">${hidden.join("")}<button class="nl-button nl-button--primary" type="submit"><span class="nl-button__label">${escaped(text)}</span></button></form>`;
}
