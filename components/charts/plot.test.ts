import { expect, test } from "vitest";
import { FIELD, heights, stepsPath, widths } from "./plot";

const BOTTOM = FIELD.height - FIELD.bottom;

test("zero is at the bottom, the highest amount below the top, and marks are round", () => {
  const { y, ticks } = heights(1_900_000, (value) => `${value}`);
  expect(y(0)).toBe(BOTTOM);
  expect(y(1_900_000)).toBeGreaterThanOrEqual(FIELD.top);
  expect(ticks.map(({ label }) => label)).toEqual(["0", "500000", "1000000", "1500000", "2000000"]);
  expect(ticks[0]?.at).toBe(BOTTOM);
});

test.each([0, 1, 3, 250_000])("up to %d cents every mark is a whole amount", (highest) => {
  const { y, ticks } = heights(highest, String);
  expect(y(0)).toBe(BOTTOM);
  expect(ticks.length).toBeGreaterThan(2);
  for (const { label } of ticks) expect(Number(label)).toBe(Math.round(Number(label)));
});

test("steps run from the left of the field to its right", () => {
  const x = widths(11);
  expect(x(0)).toBe(FIELD.left);
  expect(x(11)).toBe(FIELD.width - FIELD.right);
});

test("a path stays level until the next point", () => {
  expect(stepsPath([])).toBe("");
  expect(
    stepsPath([
      [0, 9],
      [4, 5],
      [8, 5],
    ]),
  ).toBe("M0 9H4V5H8V5");
});
