import { expect, test } from "vitest";
import { formats } from "@/lib/i18n/format";
import { answerWords } from "./answer-words";

const option = (value: string) => `words of ${value}`;

test.each([
  ["text", "Utrecht", "Utrecht"],
  ["day", "2026-12-01", "1 december 2026"],
  ["day", "2026-02-30", "2026-02-30"],
  ["amount", "2450,5", "€\u00a02.450,50"],
  ["amount", "veel", "veel"],
  ["choice", "women", "words of women"],
  ["choices", ["network", "safety"], "words of network, words of safety"],
  ["tick", "yes", "✓"],
  ["iban", " nl91abna-0417164300", "NL91 ABNA 0417 1643 00"],
  ["iban", "be68539007547034", "BE68 5390 0754 7034"],
  ["iban", "mijn rekening", "mijn rekening"],
  ["postcode", "3511ab", "3511 AB"],
  ["postcode", "35 11", "35 11"],
  ["text", "", undefined],
  ["choices", [], undefined],
  ["day", undefined, undefined],
] as const)("a %s answered with %j reads %j", (kind, typed, words) => {
  expect(answerWords(kind, typed as string | string[] | undefined, option, formats("nl"))).toBe(words);
});
