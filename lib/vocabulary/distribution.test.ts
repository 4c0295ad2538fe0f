import { expect, test } from "vitest";
import { DISTRIBUTIONS, placedBy, waitsForWindow } from "./distribution";

const CLOSING = "2026-09-30";

test("only a lottery waits, until the closing day of its window is over", () => {
  const table = DISTRIBUTIONS.flatMap((distribution) =>
    ["2026-09-01", "2026-09-29", CLOSING, "2026-10-01"].map(
      (today) => `${distribution} ${today} ${waitsForWindow(distribution, CLOSING, today)}`,
    ),
  );
  expect(table).toEqual([
    "day_rank_lot 2026-09-01 false",
    "day_rank_lot 2026-09-29 false",
    "day_rank_lot 2026-09-30 false",
    "day_rank_lot 2026-10-01 false",
    "window_lottery 2026-09-01 true",
    "window_lottery 2026-09-29 true",
    "window_lottery 2026-09-30 true",
    "window_lottery 2026-10-01 false",
  ]);
});

test("a lottery ranks applications on the closing day; a later completion is ranked in order of day", () => {
  expect(placedBy("window_lottery", CLOSING, CLOSING)).toBe("window_lottery");
  expect(placedBy("window_lottery", "2026-10-01", CLOSING)).toBe("day_rank_lot");
  expect(placedBy("day_rank_lot", "2026-09-01", CLOSING)).toBe("day_rank_lot");
});
