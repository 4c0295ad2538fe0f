import { expect, test } from "vitest";
import { partsOf } from "./meter-parts";

const bar = (...values: number[]) =>
  values.map((value) => ({ label: `${value}`, value, tone: "used" as const }));
const places = (max: number, ...values: number[]) =>
  partsOf(bar(...values), max).map(({ x, width }) => [x, width]);

test("segments are side by side", () => {
  expect(places(200, 50, 100)).toEqual([
    [0, 250],
    [250, 500],
  ]);
});

test("nothing is drawn past the end of the bar", () => {
  expect(places(100, 80, 80, 5)).toEqual([
    [0, 800],
    [800, 200],
    [1000, 0],
  ]);
});

test("an empty bar has no parts with a width", () => {
  expect(places(0, 10)).toEqual([[0, 0]]);
});
