/** From this many organisations on a list is searched as well as read. */
export const MANY = 8;
/** A longer list is not shown: what is typed brings it down. */
export const MOST_SHOWN = 20;

type Organisation = { kvkNumber: string; legalName: string };

/** Without accents, and small: what is typed and what it is looked for in. */
const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Organisations whose name has every word, or whose KVK number has the digits, also typed as "6959 9084". */
export function matching<T extends Organisation>(choices: readonly T[], typed: string): T[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const digits = /^[\d\s.]+$/.test(typed) ? typed.replace(/\D/g, "") : "";
  return choices.filter(
    ({ kvkNumber, legalName }) =>
      words.every((word) => folded(legalName).includes(word)) ||
      (digits !== "" && kvkNumber.includes(digits)),
  );
}
