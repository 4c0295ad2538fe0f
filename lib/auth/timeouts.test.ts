import { describe, expect, test } from "vitest";
import { expiryOf, isDueForTouch, sessionState } from "./timeouts";

const NINE = new Date("2026-11-24T09:00:00Z");
const later = (minutes: number, seconds = 0) => new Date(NINE.getTime() + (minutes * 60 + seconds) * 1000);

describe.each([
  { kind: "employer", idle: 30, absolute: 8 * 60 },
  { kind: "staff", idle: 15, absolute: 8 * 60 },
] as const)("a session of $kind", ({ kind, idle, absolute }) => {
  const fresh = { kind, authenticatedAt: NINE, lastSeenAt: NINE, endedAt: null };

  test(`is live for just under ${idle} minutes of silence, and then idle`, () => {
    expect(sessionState(fresh, later(idle, -1))).toBe("live");
    expect(sessionState(fresh, later(idle))).toBe("idle");
  });

  test(`is over after ${absolute / 60} hours, however busy`, () => {
    const busy = (minutes: number) => ({ ...fresh, lastSeenAt: later(minutes) });
    expect(sessionState(busy(absolute - 1), later(absolute, -1))).toBe("live");
    expect(sessionState(busy(absolute - 1), later(absolute))).toBe("over");
    expect(expiryOf(NINE)).toEqual(later(absolute));
  });

  test("that was ended stays ended", () => {
    expect(sessionState({ ...fresh, endedAt: later(1) }, later(1))).toBe("ended");
    expect(sessionState({ ...fresh, endedAt: later(1) }, later(absolute + 1))).toBe("ended");
  });
});

test("being seen is written down once a minute at most", () => {
  expect(isDueForTouch(NINE, later(0, 59))).toBe(false);
  expect(isDueForTouch(NINE, later(1))).toBe(true);
});
