import { expect, test } from "vitest";
import { decisionDeadline, suspendedDays } from "@/lib/calendar/terms";
import { suspensionOf } from "./suspension";

const term = { askedOn: "2026-10-01", dueOn: "2026-10-15" };

test.each([
  ["2026-10-15", 13, "completed on the last day"],
  ["2026-10-10", 8, "completed earlier"],
  ["2026-10-02", 0, "completed the day after"],
  ["2026-10-01", 0, "completed on the day itself"],
])("ended %s it counts %i days: %s", (endedOn, days) =>
  expect(suspendedDays(suspensionOf({ ...term, endedOn }, "2026-11-01"))).toBe(days),
);

test.each([
  ["2026-10-01", 0],
  ["2026-10-05", 3],
  ["2026-10-15", 13],
  ["2026-12-01", 13],
])("running on %s it counts %i days: never more than the time given", (today, days) =>
  expect(suspendedDays(suspensionOf({ ...term, endedOn: null }, today))).toBe(days),
);

test("two suspensions move the last day to decide by the sum of their days", () => {
  const suspensions = [
    { ...term, endedOn: "2026-10-10" },
    { askedOn: "2026-11-02", dueOn: "2026-11-16", endedOn: null },
  ].map((each) => suspensionOf(each, "2026-12-01"));
  expect(decisionDeadline({ from: "2026-09-30", weeks: 13, suspensions })).toBe("2027-01-20");
});
