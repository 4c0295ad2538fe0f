import { describe, expect, test } from "vitest";
import { addDays, addMonths, dayOf, daysBetween, weekdayOf } from "./dates";
import { isDay } from "./day";

describe("the day in the Netherlands", () => {
  test.each([
    ["2026-12-31T22:59:59Z", "2026-12-31"],
    ["2026-12-31T23:00:00Z", "2027-01-01"],
    ["2026-03-29T00:59:59Z", "2026-03-29"],
    ["2026-06-30T22:00:00Z", "2026-07-01"],
    ["2026-10-25T00:30:00Z", "2026-10-25"],
    ["2026-10-25T01:30:00Z", "2026-10-25"],
  ])("of %s is %s", (instant, day) => expect(dayOf(new Date(instant))).toBe(day));
});

test("days are counted over a change of clocks", () => {
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
});

test("a month that lacks the day ends on its last", () => {
  expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
  expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
});

test.each(["2026-02-30", "2026-13-01", "26-01-01", "", "2026-1-1", "2026-02-28T00:00"])(
  "'%s' is no day",
  (text) => expect(isDay(text)).toBe(false),
);
test("2028-02-29 is a day, a Tuesday", () => {
  expect(isDay("2028-02-29")).toBe(true);
  expect(weekdayOf("2028-02-29")).toBe(2);
});
