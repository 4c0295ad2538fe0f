import { expect, test } from "vitest";
import { euros } from "@/lib/money";
import { readQuestion } from "./question";

test("an empty address names no ceiling and changes nothing", () => {
  expect(readQuestion({})).toMatchObject({ ceiling: undefined, change: undefined, wrong: [] });
});

test("amounts are read as they are typed, and absent ones do not change", () => {
  expect(
    readQuestion({ van: "startbaan-experimenten-2026", plafond: "1.500.000", bedrag: "90" }),
  ).toMatchObject({
    ceiling: { line: "startbaan-experimenten", year: 2026 },
    change: { ceilingCents: euros(1_500_000), womenCents: undefined, amountPercent: 90 },
  });
});

test.each([
  ["plafond", "veel"],
  ["vrouwen", "-5"],
  ["bedrag", "0"],
  ["bedrag", "301"],
])("%s %s is shown again as typed, and nothing is computed", (field, text) => {
  expect(readQuestion({ plafond: "10", [field]: text })).toMatchObject({
    wrong: [field],
    typed: { [field]: text },
    change: undefined,
  });
});

test("parameters without meaning are ignored", () => {
  expect(readQuestion({ van: "x", plafond: ["1", "2"] })).toMatchObject({
    ceiling: undefined,
    change: undefined,
    wrong: [],
  });
});
