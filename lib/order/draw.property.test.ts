import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "@/lib/money";
import { canonical, sha256, shuffle } from "./draw";

const seeds = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 60 });
const PERMUTATIONS_OF_4 = 24;
/** Chi-square with 23 degrees of freedom: exceeded by chance once in ten thousand. */
const CRITICAL = 55.5;

test("every application gets one lot, whatever the order of the list", () => {
  fc.assert(
    fc.property(numbers, seeds, (list, seed) => {
      const order = shuffle(list, seed);
      expect([...order].sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b));
      expect(shuffle([...list].reverse(), seed)).toEqual(order);
    }),
  );
});

test.each([0, 1, 2])(
  "over 24,000 fixed seeds every order occurs about equally often (series %i)",
  (series) => {
    const counts = new Map<string, number>();
    const draws = PERMUTATIONS_OF_4 * 1000;
    for (let i = 0; i < draws; i++) {
      const order = shuffle([11, 12, 13, 14], sha256(`series ${series}, seed ${i}`)).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(PERMUTATIONS_OF_4);
    const expected = draws / PERMUTATIONS_OF_4;
    const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(CRITICAL);
  },
);

test("a known seed always gives a known order", () => {
  expect(shuffle([1, 2, 3, 4, 5, 6, 7, 8], "00".repeat(32))).toMatchInlineSnapshot(`
    [
      4,
      1,
      6,
      8,
      3,
      7,
      5,
      2,
    ]
  `);
});

test("the text of a list has no spaces and ascending case numbers", () => {
  const applications = [
    [7, cents(800_000)],
    [3, cents(500_000)],
  ] as const;
  expect(
    canonical({
      scheme: "startbaan",
      line: "startbaan-experimenten",
      year: 2026,
      day: "2026-06-02",
      applications,
    }),
  ).toBe(
    '{"scheme":"startbaan","line":"startbaan-experimenten","year":2026,"day":"2026-06-02","applications":[[3,500000],[7,800000]]}',
  );
});
