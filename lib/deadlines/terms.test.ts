import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, yearOf } from "@/lib/dates";
import { EQUATED_DAYS, NO_EQUATED_DAYS } from "./equated-days";
import { holidaysOf } from "./holidays";
import { decisionDeadline, endOfTerm, isOrdinaryDay, objectionDeadline, suspendedDays } from "./terms";

describe("the last day to object", () => {
  test.each([
    ["2026-03-24", "2026-05-06", "5 May is Liberation Day"],
    ["2026-02-20", "2026-04-07", "Good Friday, the weekend and Easter Monday"],
    ["2026-11-13", "2026-12-28", "Christmas and the weekend"],
    ["2026-04-02", "2026-05-18", "Ascension Day, the equated Friday and the weekend"],
    ["2025-11-21", "2026-01-05", "the Friday after New Year's Day is equated"],
    ["2026-06-01", "2026-07-13", "an ordinary Monday"],
  ])("published %s is %s: %s", (published, last) => expect(objectionDeadline(published)).toBe(last));

  test("is the Friday after Ascension where no decree equates it", () =>
    expect(objectionDeadline("2026-04-02", NO_EQUATED_DAYS)).toBe("2026-05-15"));
});

describe("the last day to decide", () => {
  test("thirteen weeks are not extended, even when they end in a weekend", () => {
    expect(decisionDeadline({ windowClosesOn: "2026-09-30", weeks: 13 })).toBe("2026-12-30");
    expect(decisionDeadline({ windowClosesOn: "2026-10-03", weeks: 13 })).toBe("2027-01-02");
  });
  test("moves on by the days of a suspension", () =>
    expect(decisionDeadline({ windowClosesOn: "2026-09-30", weeks: 13, suspendedDays: 13 })).toBe(
      "2027-01-12",
    ));
  test("twelve weeks are extended", () => expect(endOfTerm("2026-10-03", 12)).toBe("2026-12-28"));
});

test("a suspension runs from the day after the request until the day of completion", () => {
  expect(suspendedDays("2026-06-01", "2026-06-15")).toBe(13);
  expect(suspendedDays("2026-06-01", "2026-06-01")).toBe(0);
});

test.each([
  [2025, "2025-04-26", "King's Day moves to Saturday"],
  [2026, "2026-04-27", "King's Day"],
  [2027, "2027-03-29", "Easter Monday"],
  [2028, "2028-05-25", "Ascension Day"],
  [2029, "2029-05-21", "Whit Monday"],
  [2030, "2030-04-19", "Good Friday"],
])("%i has %s: %s", (year, day) => expect(holidaysOf(year)).toContain(day));

test("Easter Sunday follows the computed dates", () => {
  const sundays = {
    2025: "2025-04-20",
    2026: "2026-04-05",
    2027: "2027-03-28",
    2028: "2028-04-16",
    2029: "2029-04-01",
    2030: "2030-04-21",
  };
  for (const [year, sunday] of Object.entries(sundays))
    expect(holidaysOf(Number(year))).toContain(addDays(sunday, 1));
});

/** Written out by hand from published calendars, equated days last: knows nothing of Easter rules or libraries. */
const FREE_DAYS = {
  2024: "01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26 05-10 12-27",
  2025: "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26 05-30",
  2026: "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26 01-02 05-15",
  2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26 05-07",
  2028: "01-01 04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26 04-28 05-26",
  2029: "01-01 03-30 04-02 04-27 05-05 05-10 05-21 12-25 12-26",
  2030: "01-01 04-19 04-22 04-27 05-05 05-30 06-10 12-25 12-26",
  2031: "01-01 04-11 04-14 04-26 05-05 05-22 06-02 12-25 12-26",
  2032: "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26",
};
const FREE = new Set(
  Object.entries(FREE_DAYS).flatMap(([year, days]) => days.split(" ").map((day) => `${year}-${day}`)),
);
const walks = (from: Day, days: number): Day => {
  const at = new Date(`${from}T12:00:00Z`);
  const step = () => at.setUTCDate(at.getUTCDate() + 1);
  for (let i = 0; i < days; i++) step();
  while ([0, 6].includes(at.getUTCDay()) || FREE.has(at.toISOString().slice(0, 10))) step();
  return at.toISOString().slice(0, 10);
};

test("a thousand terms agree with walking the calendar day by day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 12 }), (offset, weeks) => {
      const from = addDays("2024-01-01", offset);
      const end = endOfTerm(from, weeks);
      expect(end).toBe(walks(from, weeks * 7));
      expect(isOrdinaryDay(end)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("every day from 2024 to 2032 is ordinary or not, as the calendar says", () => {
  for (let day = "2024-01-01"; yearOf(day) < 2033; day = addDays(day, 1)) {
    const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
    expect(isOrdinaryDay(day), day).toBe(!weekend && !FREE.has(day));
  }
});

test("equated days are working days of the calendar, or they would change nothing", () => {
  for (const day of EQUATED_DAYS) expect(isOrdinaryDay(day, NO_EQUATED_DAYS), day).toBe(true);
});
