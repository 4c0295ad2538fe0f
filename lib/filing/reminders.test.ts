import { expect, test } from "vitest";
import { reminderDue } from "./reminders";

const CLOSES = new Date("2026-09-30T21:59:59Z");
const due = (now: string) => reminderDue(CLOSES, new Date(now))?.daysBefore;

test.each([
  ["2026-09-15T21:59:59Z", undefined],
  ["2026-09-15T22:00:00Z", 14],
  ["2026-09-20T12:00:00Z", 14],
  ["2026-09-26T21:59:59Z", 14],
  ["2026-09-26T22:00:00Z", 3],
  ["2026-09-28T21:59:59Z", 3],
  ["2026-09-28T22:00:00Z", 1],
  ["2026-09-30T21:59:59Z", 1],
  ["2026-09-30T22:00:00Z", undefined],
])("at %s the reminder of %s days before is due", (now, daysBefore) => {
  expect(due(now)).toBe(daysBefore);
});

test("a draft that was started on the reminder's day or later gets none", () => {
  expect(reminderDue(CLOSES, new Date("2026-09-27T10:00:00Z"))?.startedBefore).toBe("2026-09-27");
});
