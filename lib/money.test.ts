import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, euros, formatMoney, parseMoney, sumCents } from "./money";

describe("an amount", () => {
  test.each([
    ["2450,50", 245_050],
    ["2.450,5", 245_050],
    ["€ 300.000", 30_000_000],
    ["0", 0],
    [" 12 ", 1_200],
  ])("typed as %s is read", (typed, expected) => expect(parseMoney(typed)).toBe(expected));

  test.each(["", "abc", "-5", "1,234", "12.5", "1.00.000", "1e6", "9".repeat(20), "€"])(
    "typed as '%s' is refused",
    (typed) => expect(parseMoney(typed)).toBeUndefined(),
  );

  test("reads back as it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (n) => {
        expect(parseMoney(formatMoney(cents(n)))).toBe(n);
      }),
    );
  });

  test("is written the Dutch way, without needless cents", () => {
    expect(formatMoney(euros(24_000))).toBe("€\u00a024.000");
    expect(formatMoney(cents(123_456))).toBe("€\u00a01.234,56");
    expect(formatMoney(cents(-500))).toBe("−€\u00a05");
  });

  test("is never a fraction", () => expect(() => cents(0.5)).toThrow(RangeError));
  test("adds up", () => expect(sumCents([cents(1), cents(2)])).toBe(3));
});
