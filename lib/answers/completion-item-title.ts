import { rowOf } from "@/lib/answers/aid-rows";
import { isSection, partKey } from "@/lib/answers/draft";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locale";
import { wordsOf } from "@/lib/i18n/words";
import { type Item, WHOLE_PART } from "./completion-item";

type FormKey = Parameters<ReturnType<typeof wordsOf<"form">>>[0];

/** The title of an item on screen: "Statushouder 1: Uren werk per week". `keys` are in order of number. */
export function itemTitle(
  { part, field }: Pick<Item, "part" | "field">,
  keys: readonly string[],
  locale: Locale = DEFAULT_LOCALE,
): string {
  const t = wordsOf("completion", locale);
  return t("item.of", { part: partTitle(part, keys, locale), question: questionOf({ part, field }, locale) });
}

/** The label of a question, with its row in a ledger; or the kind of a file. */
export function questionOf(
  { part, field }: Pick<Item, "part" | "field">,
  locale: Locale = DEFAULT_LOCALE,
): string {
  if (field === WHOLE_PART) return wordsOf("completion", locale)("item.whole");
  if (part === "documents") return wordsOf("form", locale)(`documentKind.options.${field}` as FormKey);
  const { asks, row } = rowOf(field);
  const label = wordsOf("form", locale)(`${asks}.label` as FormKey);
  return row === undefined ? label : `${label} (${row})`;
}

/** The name of a part: its page, the number of the statushouder, or the files. */
export function partTitle(
  part: Item["part"],
  keys: readonly string[],
  locale: Locale = DEFAULT_LOCALE,
): string {
  if (part === "documents") return wordsOf("completion", locale)("item.documents");
  if (isSection(part)) return wordsOf("applications", locale)(`parts.${part}.title`);
  return wordsOf("completion", locale)("item.trajectory", { number: keys.indexOf(partKey(part) ?? "") + 1 });
}
