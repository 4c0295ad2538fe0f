import fc from "fast-check";
import { expect, test } from "vitest";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { readReference, referenceFor } from "./reference";

const references = fc
  .tuple(
    fc.constantFrom(...SCHEMES),
    fc.integer({ min: 2025, max: 2099 }),
    fc.integer({ min: 1, max: 99_999_999 }),
  )
  .map((parts) => referenceFor(...parts));
const CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

test("a reference reads back in any notation", () => {
  expect(referenceFor("werkgeverssubsidie", 2026, 4217)).toMatch(/^WS-2026-004217-[0-9A-Z]$/);
  fc.assert(
    fc.property(references, (reference) => {
      expect(readReference(reference)).toBe(reference);
      expect(readReference(` ${reference.toLowerCase().replaceAll("-", " ")} `)).toBe(reference);
    }),
  );
});

test("one wrong character is always noticed", () => {
  fc.assert(
    fc.property(references, fc.nat(40), fc.constantFrom(...CHARACTERS), (reference, at, wrong) => {
      const bare = reference.replaceAll("-", "");
      const place = at % bare.length;
      fc.pre(bare[place] !== wrong);
      expect(readReference(bare.slice(0, place) + wrong + bare.slice(place + 1))).toBeUndefined();
    }),
  );
});

test("two swapped neighbours are always noticed", () => {
  fc.assert(
    fc.property(references, fc.nat(40), (reference, at) => {
      const bare = reference.replaceAll("-", "");
      const place = at % (bare.length - 1);
      fc.pre(bare[place] !== bare[place + 1]);
      const swapped = bare.slice(0, place) + bare[place + 1] + bare[place] + bare.slice(place + 2);
      expect(readReference(swapped)).toBeUndefined();
    }),
  );
});
