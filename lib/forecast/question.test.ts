import { expect, test } from "vitest";
import { euros } from "@/lib/money";
import { readQuestion } from "./question";

test("an empty address asks for the first scheme and changes nothing", () => {
  expect(readQuestion({})).toMatchObject({ scheme: "werkgeverssubsidie", change: undefined, wrong: [] });
});

test("amounts are read as they are typed, and what is left out stays as it is", () => {
  expect(readQuestion({ regeling: "startbaan", plafond: "1.500.000", bedrag: "90" })).toMatchObject({
    scheme: "startbaan",
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

test("what no address can mean is left out", () => {
  expect(readQuestion({ regeling: "x", plafond: ["1", "2"] })).toMatchObject({
    scheme: "werkgeverssubsidie",
    change: undefined,
    wrong: [],
  });
});
