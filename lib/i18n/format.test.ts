import { describe, expect, test } from "vitest";
import { formats } from "./format";

describe.each([
  ["nl", "januari", "juli", "1 juli 2026 om 00.30 uur", "a, b en c", "a, b of c"],
  ["en-NL", "January", "July", "1 July 2026 at 00:30", "a, b and c", "a, b or c"],
] as const)("as people read it in %s", (locale, january, july, instant, all, any) => {
  const format = formats(locale);

  test("a calendar day does not shift with the time zone", () => {
    expect(format.day("2026-01-01")).toBe(`1 ${january} 2026`);
  });

  test("an instant is shown in Dutch legal time, winter and summer", () => {
    expect(format.moment(new Date("2026-06-30T22:30:00Z"))).toBe(instant);
    expect(format.moment(new Date("2026-01-24T13:05:00Z"))).toMatch(/^24 .* 14[.:]05/);
    expect(instant).toContain(` ${format.time(new Date("2026-06-30T22:30:00Z"))}`);
  });

  test("numbers are Dutch in every language", () => {
    expect(format.number(12_024.5)).toBe("12.024,5");
  });

  test("lists", () => {
    expect(format.allOf(["a", "b", "c"])).toBe(all);
    expect(format.oneOf(["a", "b", "c"])).toBe(any);
  });

  test("values that words mention: days, instants and lists are written out, the rest stays", () => {
    const at = new Date("2026-06-30T22:30:00Z");
    const values = { on: "2026-07-01", at, fits: ["1", "3"], count: 2, name: "2026-07", amount: "€ 2" };
    expect(format.values(values)).toEqual({
      ...{ on: `1 ${july} 2026`, at: instant, count: 2, name: "2026-07", amount: "€ 2" },
      fits: locale === "nl" ? "1 en 3" : "1 and 3",
    });
  });
});
