import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "@/lib/dates";
import { holidaysOf } from "./holidays";
import { decisionDeadline, endOfTerm, isOrdinaryDay, objectionDeadline, suspendedDays } from "./terms";

describe("the last day to object", () => {
  test.each([
    ["2026-03-24", "2026-05-06", "5 May is Liberation Day"],
    ["2026-02-20", "2026-04-07", "Good Friday, the weekend and Easter Monday"],
    ["2026-11-13", "2026-12-28", "Christmas and the weekend"],
    ["2026-04-02", "2026-05-15", "Ascension Day"],
    ["2026-06-01", "2026-07-13", "an ordinary Monday"],
  ])("published %s is %s: %s", (published, last) => expect(objectionDeadline(published)).toBe(last));

  test("runs past a Friday after Ascension that was equated", () =>
    expect(objectionDeadline("2026-04-02", new Set(["2026-05-15"]))).toBe("2026-05-18"));
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

/** Written out by hand from published calendars: knows nothing of Easter rules or libraries. */
const FREE: Day[] = [
  "2026-01-01",
  "2026-04-03",
  "2026-04-06",
  "2026-04-27",
  "2026-05-05",
  "2026-05-14",
  "2026-05-25",
  "2026-12-25",
  "2026-12-26",
  "2027-01-01",
  "2027-03-26",
  "2027-03-29",
  "2027-04-27",
  "2027-05-05",
  "2027-05-06",
  "2027-05-17",
  "2027-12-25",
  "2027-12-26",
  "2028-01-01",
  "2028-04-14",
  "2028-04-17",
  "2028-04-27",
  "2028-05-05",
  "2028-05-25",
  "2028-06-05",
  "2028-12-25",
  "2028-12-26",
];
const walks = (from: Day, days: number): Day => {
  const at = new Date(`${from}T12:00:00Z`);
  const step = () => at.setUTCDate(at.getUTCDate() + 1);
  for (let i = 0; i < days; i++) step();
  while ([0, 6].includes(at.getUTCDay()) || FREE.includes(at.toISOString().slice(0, 10))) step();
  return at.toISOString().slice(0, 10);
};

test("a thousand terms agree with walking the calendar day by day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 12 }), (offset, weeks) => {
      const from = addDays("2026-01-01", offset);
      const end = endOfTerm(from, weeks);
      expect(end).toBe(walks(from, weeks * 7));
      expect(isOrdinaryDay(end)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
