import fc from "fast-check";
import { expect, test } from "vitest";
import { readPersonNumber } from "./person-number";

test.each([
  ["111222333", "111222333"],
  ["123456782", "123456782"],
  ["1112.22.333", "111222333"],
  ["10000008", "010000008"],
  ["2812345678", "2812345678"],
])("%s is read", (typed, digits) => expect(readPersonNumber(typed)).toBe(digits));

test.each(["123456789", "000000000", "12345", "", "abcdefghi", "12345678901"])("'%s' is refused", (typed) =>
  expect(readPersonNumber(typed)).toBeUndefined(),
);

const numbers = fc
  .integer({ min: 1, max: 999_999_999 })
  .map((n) => readPersonNumber(String(n).padStart(9, "0")))
  .filter((bsn) => bsn !== undefined);

test("one wrong digit in a BSN is always noticed, and so are two swapped neighbours", () => {
  fc.assert(
    fc.property(numbers, fc.nat(7), fc.integer({ min: 1, max: 9 }), (bsn, at, shift) => {
      const wrong = (Number(bsn[at]) + shift) % 10;
      expect(readPersonNumber(bsn.slice(0, at) + wrong + bsn.slice(at + 1))).toBeUndefined();
      fc.pre(bsn[at] !== bsn[at + 1]);
      const swapped = bsn.slice(0, at) + bsn[at + 1] + bsn[at] + bsn.slice(at + 2);
      expect(readPersonNumber(swapped)).toBeUndefined();
    }),
  );
});

test("a BSN reads the same with points, spaces or dashes", () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(".", " ", "-"), (bsn, sign) => {
      expect(readPersonNumber(`${bsn.slice(0, 4)}${sign}${bsn.slice(4, 6)}${sign}${bsn.slice(6)}`)).toBe(bsn);
    }),
  );
});
