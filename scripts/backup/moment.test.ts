import { expect, test } from "vitest";
import { momentOf } from "./moment";

test.each([
  ["2026-11-30 17:10:05", "2026-11-30T16:10:05.000Z"],
  ["2026-07-01T12:00", "2026-07-01T10:00:00.000Z"],
  ["2026-11-30T16:10:05Z", "2026-11-30T16:10:05.000Z"],
  ["2026-11-30 17:10:05+01:00", "2026-11-30T16:10:05.000Z"],
  ["2026-10-25 02:30:00", "2026-10-25T00:30:00.000Z"],
])("%s is %s", (text, instant) => expect(momentOf(text)?.toISOString()).toBe(instant));

test.each(["yesterday", "17:10", "2026-02-30 12:00", ""])("%j is no moment", (text) =>
  expect(momentOf(text)).toBeUndefined(),
);
