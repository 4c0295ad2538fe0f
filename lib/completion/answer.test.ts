import { describe, expect, test } from "vitest";
import { type Item, keyOf, WHOLE_PART } from "@/lib/answers/completion-item";
import type { StoredDraft } from "@/lib/answers/draft";
import type { DocumentKind, Scan } from "@/lib/vocabulary/document-kinds";
import { changesBetween, mayChange, stateOf } from "./answer";

const KEY = "0198c0de-0000-7000-8000-000000000001";
const before: StoredDraft = {
  company: { city: "Utrecht", sbiCode: "56101" },
  bank: { iban: "NL91ABNA0417164300" },
  trajectories: [{ key: KEY, answers: { hoursPerWeek: "24", personKey: "k1:aa" } }],
  revisions: {},
};
const after: StoredDraft = {
  ...before,
  company: { city: "Zeist", sbiCode: "56101" },
  trajectories: [{ key: KEY, answers: { hoursPerWeek: "32", personKey: "k1:bb" } }],
};
const changes = changesBetween(before, after, "werkgeverssubsidie");
const item = (over: Partial<Item>): Item => ({
  part: "company",
  field: "city",
  listed: true,
  words: "",
  ...over,
});

test("shows the changes in page order, and of a person's number only that it changed", () =>
  expect(changes).toEqual([
    { part: "company", field: "city", before: "Utrecht", after: "Zeist" },
    { part: `trajectory:${KEY}`, field: "hoursPerWeek", before: "24", after: "32" },
    { part: `trajectory:${KEY}`, field: "personNumber", before: "", after: "" },
  ]));

test("is empty when nothing changed", () =>
  expect(changesBetween(before, structuredClone(before), "startbaan")).toEqual([]));

describe("an item is met", () => {
  test.each([
    ["changed", item({})],
    ["open", item({ field: "sbiCode" })],
    ["changed", item({ field: WHOLE_PART })],
    ["open", item({ part: "bank", field: WHOLE_PART })],
    ["changed", item({ part: `trajectory:${KEY}`, field: "personNumber" })],
  ] as const)("%s", (state, asked) => expect(stateOf(asked, changes, [], {})).toBe(state));

  test("by a file of its kind that was added since, unless it is infected", () => {
    const asked = item({ part: "documents", field: "bank_statement" });
    const state = (kind: DocumentKind, scan: Scan, field = asked.field) =>
      stateOf({ ...asked, field }, changes, [{ kind, scan }], {});
    expect(state("bank_statement", "waiting")).toBe("added");
    expect(state("bank_statement", "infected")).toBe("open");
    expect(state("other", "clean")).toBe("open");
    expect(state("other", "clean", WHOLE_PART)).toBe("added");
    expect(stateOf(item({ field: "sbiCode" }), [], [{ kind: "other", scan: "clean" }], {})).toBe("open");
  });

  test("by an explanation in words that is not blank", () => {
    const asked = item({ field: "sbiCode" });
    expect(stateOf(asked, changes, [], { [keyOf(asked)]: "De code klopt." })).toBe("explained");
    expect(stateOf(asked, changes, [], { [keyOf(asked)]: "  " })).toBe("open");
  });
});

test("only the parts of an item may change", () => {
  expect(mayChange([item({})], "company")).toBe(true);
  expect(mayChange([item({})], "bank")).toBe(false);
  expect(mayChange([item({})], "declarations")).toBe(false);
  expect(mayChange([item({ part: "stateAid" })], "declarations")).toBe(true);
});
