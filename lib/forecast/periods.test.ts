import { expect, test } from "vitest";
import { cents } from "@/lib/money";
import { dayOfYear, monthsOf, tiedSoFar } from "./periods";

const on = (day: string, asked: number, women: number, tied: number) => ({
  day,
  askedCents: cents(asked),
  womenCents: cents(women),
  tiedCents: cents(tied),
});

test("every day counts in one month, also days outside the year", () => {
  const days = [
    on("2025-12-30", 1, 0, 0),
    on("2026-01-31", 10, 5, 0),
    on("2026-02-01", 100, 0, 7),
    on("2027-01-03", 0, 0, 3),
  ];
  const months = monthsOf(days, 2026);
  expect(months).toHaveLength(12);
  expect(months[0]).toEqual({ first: "2026-01-01", askedCents: 11, womenCents: 5, tiedCents: 0 });
  expect(months[1]).toMatchObject({ first: "2026-02-01", askedCents: 100, tiedCents: 7 });
  expect(months[11]).toMatchObject({ first: "2026-12-01", tiedCents: 3 });
  expect(months.reduce((sum, { askedCents }) => sum + askedCents, 0)).toBe(111);
});

test("days are counted from the first of January", () => {
  expect(dayOfYear("2026-01-01", 2026)).toBe(0);
  expect(dayOfYear("2026-12-31", 2026)).toBe(364);
  expect(dayOfYear("2025-06-01", 2026)).toBe(0);
});

test("the committed amount adds up, and releases are subtracted", () => {
  expect(
    tiedSoFar([on("2026-01-02", 0, 0, 5), on("2026-01-03", 9, 0, 0), on("2026-02-01", 0, 0, -2)]),
  ).toEqual([
    { day: "2026-01-02", cents: 5 },
    { day: "2026-02-01", cents: 3 },
  ]);
});
