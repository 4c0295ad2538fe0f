import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, yearOf } from "@/lib/dates";
import type { Distribution } from "@/lib/vocabulary/distribution";
import { type TermFrom, usualTermFrom } from "@/lib/vocabulary/term-from";
import { endOfDays, endOfTerm, isOrdinaryDay } from "./atw";
import { EQUATED_DAYS, NO_EQUATED_DAYS } from "./equated-days";
import { holidaysOf } from "./holidays";
import {
  deadlineWhenFiled,
  decisionDeadline,
  notTreatedDeadline,
  objectionDeadline,
  objectionDecisionDeadline,
  type Suspension,
  suspendedDays,
  termStart,
} from "./terms";

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

test.each([
  ["receipt", "2026-06-02"],
  ["completeness", "2026-06-10"],
  ["closing", "2026-09-30"],
] as const)("a term from %s runs from the day after %s", (termFrom, from) => {
  const days = { receivedOn: "2026-06-02", rankDay: "2026-06-10", closesOn: "2026-09-30" };
  expect(termStart(termFrom, days)).toBe(from);
});

describe("the last day to decide on what is filed now", () => {
  const filed = (termFrom: TermFrom, distribution: Distribution) =>
    deadlineWhenFiled(
      { termFrom, distribution, decisionWeeks: 13, closesAt: new Date("2026-09-30T15:00:00Z") },
      new Date("2026-06-02T09:00:00Z"),
    );
  test.each([
    ["receipt", "day_rank_lot", "2026-09-01"],
    ["completeness", "day_rank_lot", "2026-09-01"],
    ["closing", "day_rank_lot", "2026-12-30"],
    ["receipt", "window_lottery", "2026-09-01"],
    ["completeness", "window_lottery", "2026-12-30"],
    ["closing", "window_lottery", "2026-12-30"],
  ] as const)("from %s, divided by %s: %s", (termFrom, distribution, lastDay) =>
    expect(filed(termFrom, distribution)).toBe(lastDay),
  );
  test("follows the distribution when a window says nothing else", () => {
    expect(usualTermFrom("day_rank_lot")).toBe("receipt");
    expect(usualTermFrom("window_lottery")).toBe("closing");
  });
});

describe("the last day to decide", () => {
  test("thirteen weeks are not extended, even when they end in a weekend", () => {
    expect(decisionDeadline({ from: "2026-09-30", weeks: 13 })).toBe("2026-12-30");
    expect(decisionDeadline({ from: "2026-10-03", weeks: 13 })).toBe("2027-01-02");
  });
  test("moves on by the days of a suspension", () =>
    expect(
      decisionDeadline({
        from: "2026-09-30",
        weeks: 13,
        suspensions: [{ invitedOn: "2026-10-12", endedOn: "2026-10-26" }],
      }),
    ).toBe("2027-01-12"));
  test("does not move by days before it began to run, the same days twice, or days after the term", () =>
    expect(
      decisionDeadline({
        from: "2026-09-30",
        weeks: 13,
        suspensions: [
          { invitedOn: "2027-02-01", endedOn: "2027-02-15" },
          { invitedOn: "2026-10-12", endedOn: "2026-10-26" },
          { invitedOn: "2026-10-20", endedOn: "2026-10-28" },
          { invitedOn: "2026-08-03", endedOn: "2026-08-17" },
        ],
      }),
    ).toBe("2027-01-14"));
  test("twelve weeks are extended", () => expect(endOfTerm("2026-10-03", 12)).toBe("2026-12-28"));
});

test("a suspension runs from the day after the request until the day of completion", () => {
  expect(suspendedDays({ invitedOn: "2026-06-01", endedOn: "2026-06-15" })).toBe(13);
  expect(suspendedDays({ invitedOn: "2026-06-01", endedOn: "2026-06-01" })).toBe(0);
});

describe("other terms of weeks", () => {
  test("not treating is decided within four weeks after the time to complete passed", () => {
    expect(notTreatedDeadline("2026-06-01")).toBe("2026-06-29");
    expect(notTreatedDeadline("2026-11-27")).toBe("2026-12-28");
  });
  test.each([
    [false, false, "2026-06-17"],
    [true, false, "2026-07-29"],
    [false, true, "2026-07-29"],
    [true, true, "2026-09-09"],
  ])("an objection (committee: %s, put off: %s) is decided by %s", (withCommittee, adjourned, day) =>
    expect(objectionDecisionDeadline("2026-03-24", { withCommittee, adjourned })).toBe(day),
  );
});

describe("terms of days", () => {
  test.each([
    ["2026-04-02", 3, "2026-04-08", "Good Friday to Easter Monday: two ordinary days are still to come"],
    ["2026-12-24", 3, "2026-12-29", "Christmas in a weekend"],
    ["2026-04-02", 2, "2026-04-07", "shorter than three days: only the last day moves"],
    ["2026-06-01", 14, "2026-06-15", "an ordinary fortnight"],
    ["2026-10-04", 90, "2027-01-04", "ninety days are extended"],
    ["2026-10-03", 91, "2027-01-02", "more than ninety days are not"],
  ])("from %s %i days end on %s: %s", (from, days, last) => expect(endOfDays(from, days)).toBe(last));
});

test.each([
  [2025, "2025-04-26", "King's Day moves to Saturday"],
  [2026, "2026-04-27", "King's Day"],
  [2027, "2027-03-29", "Easter Monday"],
  [2028, "2028-05-25", "Ascension Day"],
  [2029, "2029-05-21", "Whit Monday"],
  [2030, "2030-04-19", "Good Friday"],
])("the holidays of %i: %s is %s", (year, day) => expect(holidaysOf(year)).toContain(day));

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

/** Written by hand from published calendars, equated days last; uses no Easter rules and no library. */
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

test("a thousand terms agree with a walk through the calendar day by day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 12 }), (offset, weeks) => {
      const from = addDays("2024-01-01", offset);
      const end = endOfTerm(from, weeks);
      expect(end).toBe(walks(from, weeks * 7));
      expect(isOrdinaryDay(end)).toBe(true);
    }),
    { numRuns: 1000, seed: 20261124 },
  );
});

test("a thousand terms of days hold two ordinary days, by a walk through the calendar", () => {
  const isFree = (at: Date) => [0, 6].includes(at.getUTCDay()) || FREE.has(at.toISOString().slice(0, 10));
  const lastOf = (from: Day, days: number): Day => {
    const at = new Date(`${from}T12:00:00Z`);
    let ordinary = 0;
    for (let walked = 1; ; walked++) {
      at.setUTCDate(at.getUTCDate() + 1);
      if (!isFree(at)) ordinary++;
      if (walked >= days && !isFree(at) && (days < 3 || ordinary >= 2)) return at.toISOString().slice(0, 10);
    }
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 90 }), (offset, days) => {
      const from = addDays("2024-01-01", offset);
      expect(endOfDays(from, days)).toBe(lastOf(from, days));
    }),
    { numRuns: 1000, seed: 20261124 },
  );
});

test("a thousand decision terms agree with a count of only the days on which the term runs", () => {
  const number = (day: Day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  const counted = (closesOn: Day, weeks: number, suspensions: readonly Suspension[]): number => {
    const stands = (day: number) =>
      suspensions.some(({ invitedOn, endedOn }) => number(invitedOn) < day && day < number(endedOn));
    let day = number(closesOn);
    for (let left = weeks * 7; left > 0; ) {
      day++;
      if (!stands(day)) left--;
    }
    return day;
  };
  const suspension = fc.record({
    from: fc.integer({ min: -60, max: 200 }),
    days: fc.integer({ min: 0, max: 40 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2500 }),
      fc.integer({ min: 13, max: 22 }),
      fc.array(suspension, { maxLength: 4 }),
      (offset, weeks, stops) => {
        const windowClosesOn = addDays("2024-01-01", offset);
        const suspensions = stops.map(({ from, days }) => {
          const invitedOn = addDays(windowClosesOn, from);
          return { invitedOn, endedOn: addDays(invitedOn, days) };
        });
        const last = decisionDeadline({ from: windowClosesOn, weeks, suspensions });
        expect(number(last)).toBe(counted(windowClosesOn, weeks, suspensions));
      },
    ),
    { numRuns: 1000, seed: 20261124 },
  );
});

test("every day from 2024 to 2032 is ordinary or not, as in the calendar", () => {
  for (let day = "2024-01-01"; yearOf(day) < 2033; day = addDays(day, 1)) {
    const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
    expect(isOrdinaryDay(day), day).toBe(!weekend && !FREE.has(day));
  }
});

test("equated days are working days of the calendar", () => {
  for (const day of EQUATED_DAYS) expect(isOrdinaryDay(day, NO_EQUATED_DAYS), day).toBe(true);
});
