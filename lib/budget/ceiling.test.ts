import fc from "fast-check";
import { expect, test } from "vitest";
import { LINE_IDS } from "@/lib/vocabulary/budget-lines";
import { ceilingFrom, ceilingKey, ceilingOf, ceilingSchema, isSameCeiling } from "./ceiling";

const ceilings = fc.record({
  line: fc.constantFrom(...LINE_IDS),
  year: fc.integer({ min: 2025, max: 2099 }),
});

test("the key of a ceiling names that ceiling and no other", () => {
  fc.assert(
    fc.property(ceilings, ceilings, (one, other) => {
      expect(ceilingFrom(ceilingKey(one))).toEqual(one);
      expect(ceilingKey(one) === ceilingKey(other)).toBe(isSameCeiling(one, other));
    }),
  );
});

test.each(["", "werkgeverssubsidie", "werkgeverssubsidie-26", "elders-2026", "werkgeverssubsidie-2026-1"])(
  "%j names no ceiling",
  (key) => {
    expect(ceilingFrom(key)).toBeUndefined();
    expect(ceilingSchema.safeParse(key).success).toBe(false);
  },
);

test("the ceiling of a window is its line in its year", () => {
  expect(ceilingOf({ lineId: "werkgeverssubsidie", year: 2026 })).toEqual({
    line: "werkgeverssubsidie",
    year: 2026,
  });
});
