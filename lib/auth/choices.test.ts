import { expect, test } from "vitest";
import { matching } from "./choices";

const CHOICES = [
  { kvkNumber: "69599084", legalName: "Bakkerij Één BV" },
  { kvkNumber: "68750110", legalName: "Bakkerij Twee BV" },
  { kvkNumber: "90001354", legalName: "Schilders 6959" },
];

test.each([
  ["nothing typed", "  ", ["69599084", "68750110", "90001354"]],
  ["a word, whatever its case and accents", "EEN", ["69599084"]],
  ["every word, in any order", "bv bakkerij", ["69599084", "68750110"]],
  ["a number, as it is written", "6875 01.10", ["68750110"]],
  ["digits in number or name", "6959", ["69599084", "90001354"]],
  ["part of nothing", "slagerij", []],
  ["what means something in a pattern", ".*", []],
])("%s", (_what, typed, found) => {
  expect(matching(CHOICES, typed).map(({ kvkNumber }) => kvkNumber)).toEqual(found);
});
