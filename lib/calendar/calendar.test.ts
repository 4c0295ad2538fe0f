import { expect, test } from "vitest";
import { addRefusal, removeRefusal } from "./calendar";

const TODAY = "2026-11-24";
const known = new Set(["2026-05-15", "2027-05-07"]);

test.each([
  ["2029-05-11", undefined],
  ["2026-11-25", undefined],
  ["2026-11-24", "day-is-past"],
  ["2027-05-07", "day-known-already"],
  ["2027-05-08", "day-changes-nothing"],
  ["2027-12-25", "day-changes-nothing"],
  ["2027-05-06", "day-changes-nothing"],
])("adding %s: %s", (day, reason) => expect(addRefusal(day, TODAY, known)?.reason).toBe(reason));

test.each([
  ["2027-05-07", undefined],
  ["2026-05-15", "day-is-past"],
  ["2029-05-11", "day-unknown"],
])("removing %s: %s", (day, reason) => expect(removeRefusal(day, TODAY, known)?.reason).toBe(reason));
