import { expect, test } from "vitest";
import { reserveEndsOn, waitsUntil } from "./reserve-end";

test.each([
  [null, "2026-12-30"],
  ["2026-12-15", "2026-12-15"],
  ["2027-01-15", "2026-12-30"],
])(
  "a list of which the window says %s ends on %s for whom must have a decision by 30 December",
  (until, ends) => expect(reserveEndsOn(until, "2026-12-30")).toBe(ends),
);

test("consent to wait is for half a year more", () => expect(waitsUntil("2026-12-30")).toBe("2027-06-30"));
