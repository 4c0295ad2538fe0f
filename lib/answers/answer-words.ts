import { formatPostcode } from "@/lib/answers/answer-kinds";
import type { FieldKind } from "@/lib/answers/questions/question";
import { OTHER_PLACE } from "@/lib/answers/register";
import { isDay } from "@/lib/day";
import type { Formats } from "@/lib/i18n/format";
import { formatMoney, parseMoney } from "@/lib/money";

type Typed = string | string[] | undefined;

/** An answer in words; undefined when it is empty. `option` gives the words of an option. */
export function answerWords(
  kind: FieldKind,
  typed: Typed,
  option: (value: string) => string,
  format: Formats,
): string | undefined {
  const values = [typed ?? []].flat().filter((value) => value !== "");
  const [first] = values;
  if (first === undefined) return undefined;
  switch (kind) {
    case "choice":
    case "choices":
      return values.map(option).join(", ");
    case "branch":
      return first === OTHER_PLACE ? option(first) : first;
    case "tick":
      return "✓";
    case "day":
      return isDay(first) ? format.day(first) : first;
    case "amount": {
      const amount = parseMoney(first);
      return amount === undefined ? first : formatMoney(amount);
    }
    case "iban":
      return writtenIban(first);
    case "postcode":
      return formatPostcode(first);
    case "text":
    case "long_text":
    case "hours":
    case "times":
    case "row":
      return first;
  }
}

/** An IBAN as "NL91 ABNA 0417 1643 00"; other text stays as typed. */
function writtenIban(typed: string): string {
  const iban = typed.replace(/[\s-]/g, "").toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z\d]{10,30}$/.test(iban) ? iban.replace(/.{4}(?!$)/g, "$& ") : typed;
}
