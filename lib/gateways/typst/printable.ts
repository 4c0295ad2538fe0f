export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const REPLACEMENT = "\ufffd";
/** Invisible characters, including those that change the direction of text: a letter must read as it is stored. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The same value with only characters of these fonts in its texts, and no invisible ones. */
export function printable(value: Json, characters: ReadonlySet<number>): Json {
  if (typeof value === "string") return printableText(value, characters);
  if (isList(value)) return value.map((item) => printable(item, characters));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item, characters)]));
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function printableText(text: string, characters: ReadonlySet<number>): string {
  const visible = text.normalize("NFC").replace(/\s/gu, (space) => (space === "\u00a0" ? space : " "));
  return Array.from(visible.replace(INVISIBLE, ""), (character) =>
    characters.has(character.codePointAt(0) ?? 0) ? character : REPLACEMENT,
  ).join("");
}
