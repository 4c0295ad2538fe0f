import { readReference } from "@/lib/applications/reference";

export type Search =
  | { kind: "reference"; reference: string }
  | { kind: "case-number"; caseNumber: number }
  | { kind: "employer"; kvkNumber: string }
  | { kind: "name"; words: string };

const MOST_WORDS = 6;

/**
 * Reads a search: a reference in any notation, eight digits as a KVK number, other digits as a case number, otherwise
 * beginnings of words of an employer's name, six at most. Undefined when it is empty.
 */
export function readSearch(typed: string): Search | undefined {
  const reference = readReference(typed);
  if (reference) return { kind: "reference", reference };
  const digits = typed.replaceAll(/[\s.]/g, "");
  if (/^\d{8}$/.test(digits)) return { kind: "employer", kvkNumber: digits };
  if (/^\d{1,12}$/.test(digits)) return { kind: "case-number", caseNumber: Number(digits) };
  const words = typed.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return undefined;
  return { kind: "name", words: words.slice(0, MOST_WORDS).join(" ") };
}
