import { describe, expect, test } from "vitest";
import { formatDay, formatMoment, formatNumber } from "./format";

describe("days and moments as people read them", () => {
  test("a calendar day does not shift with the time zone", () => {
    expect(formatDay("2026-01-01")).toBe("1 januari 2026");
    expect(formatDay("2026-11-24")).toBe("24 november 2026");
  });

  test("an instant is shown in Dutch legal time, winter and summer", () => {
    expect(formatMoment(new Date("2026-11-24T13:05:00Z"))).toBe("24 november 2026 om 14.05 uur");
    expect(formatMoment(new Date("2026-06-30T22:30:00Z"))).toBe("1 juli 2026 om 00.30 uur");
  });

  test("decimals take a comma", () => {
    expect(formatNumber(24.5)).toBe("24,5");
    expect(formatNumber(24)).toBe("24");
  });
});
