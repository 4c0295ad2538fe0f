import { expect, test } from "vitest";
import { restarts } from "./restarts";

test("each next pause is longer, and the sixth end within a minute is the last", () => {
  const next = restarts();
  expect([0, 1, 2, 3, 4, 5].map((second) => next(second * 1000))).toEqual([
    500,
    1000,
    2000,
    4000,
    8000,
    undefined,
  ]);
});

test("occasional ends are always followed by a restart", () => {
  const next = restarts();
  for (let minute = 0; minute < 100; minute++) expect(next(minute * 60_000)).toBe(500);
});
