import { describe, expect, test } from "vitest";
import { typedWeek } from "./fields";
import { clashesOn, clashingDays, formatBlocks, hoursIn, parseBlocks } from "./week";

describe("the typed blocks of a day", () => {
  test.each([
    ["", ""],
    ["9:00-17:00", "9:00 – 17:00"],
    ["9 - 17", "9:00 – 17:00"],
    ["09.00 tot 12.30 uur", "9:00 – 12:30"],
    ["9u30–12u", "9:30 – 12:00"],
    ["13:00-17:00, 8:30-12:00", "8:30 – 12:00, 13:00 – 17:00"],
    ["8:30-12:00 en 12:00-17:00", "8:30 – 12:00, 12:00 – 17:00"],
    ["22:00-24:00", "22:00 – 24:00"],
    ["9:00 to 12:00 and 13:00 to 17:00", "9:00 – 12:00, 13:00 – 17:00"],
  ])("'%s' is read as '%s'", (typed, read) => {
    expect(formatBlocks(parseBlocks(typed) ?? [{ from: 0, to: 1 }])).toBe(read);
  });

  test.each([
    "ochtend",
    "9",
    "17-9",
    "9-9",
    "9:60-10",
    "9-25",
    "24:01-24:30",
    "9-12, 11-13",
    "9-12-15",
    "-5-9",
  ])("'%s' is refused", (typed) => expect(parseBlocks(typed)).toBeUndefined());
});

describe("a week", () => {
  const week = typedWeek({
    mondayWork: "9-17",
    mondayClass: "17-20",
    tuesdayWork: "8:30-12:00, 13:00-17:00",
    tuesdayClass: "11:00-14:00",
    sundayWork: "onleesbaar",
  });

  test("adds up to hours of work and of class", () => {
    expect(hoursIn(week, "work")).toBe(15.5);
    expect(hoursIn(week, "class")).toBe(6);
  });

  test("clashes where work and class overlap, and not where one follows the other", () => {
    expect(clashingDays(week)).toEqual(["tuesday"]);
    expect(formatBlocks(clashesOn(week, "tuesday"))).toBe("11:00 – 12:00, 13:00 – 14:00");
  });
});
