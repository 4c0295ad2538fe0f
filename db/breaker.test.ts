import { expect, test } from "vitest";
import { Breaker } from "./breaker";

const HALF = 0.5;

test("one failure does not block the next try", () => {
  const breaker = new Breaker();
  breaker.failed(0, HALF);
  expect(breaker.allows(0)).toBe(true);
});

test("after the second failure a try waits, and is then the only one until it has ended", () => {
  const breaker = new Breaker();
  breaker.failed(0, HALF);
  breaker.failed(0, HALF);
  expect(breaker.allows(149)).toBe(false);
  expect(breaker.allows(150)).toBe(true);
  expect(breaker.allows(151)).toBe(false);
  breaker.worked();
  expect(breaker.allows(151)).toBe(true);
});

test("pauses grow to two seconds and no further, and half of each is random", () => {
  const pauseAfter = (failures: number, chance: number) => {
    const breaker = new Breaker();
    for (let n = 0; n < failures; n++) breaker.failed(0, chance);
    let now = 0;
    while (!breaker.allows(now)) now += 1;
    return now;
  };
  expect([2, 3, 4, 5, 6, 20].map((failures) => pauseAfter(failures, 1))).toEqual([
    200, 400, 800, 1600, 2000, 2000,
  ]);
  expect([2, 20].map((failures) => pauseAfter(failures, 0))).toEqual([100, 1000]);
});
