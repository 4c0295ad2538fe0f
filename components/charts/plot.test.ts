import { expect, test } from "vitest";
import { FIELD, heights, stepsPath, widths } from "./plot";

const BOTTOM = FIELD.height - FIELD.bottom;

test("zero lies on the bottom, the highest below the top, and marks are round", () => {
  const { y, ticks } = heights(1_900_000, (value) => `${value}`);
  expect(y(0)).toBe(BOTTOM);
  expect(y(1_900_000)).toBeGreaterThanOrEqual(FIELD.top);
  expect(ticks.map(({ label }) => label)).toEqual(["0", "500000", "1000000", "1500000", "2000000"]);
  expect(ticks[0]?.at).toBe(BOTTOM);
});

test("a field without amounts still has a bottom", () => {
  expect(heights(0, String).y(0)).toBe(BOTTOM);
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
