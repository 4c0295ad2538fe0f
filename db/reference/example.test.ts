import { describe, expect, test } from "vitest";
import { definitionOf } from "@/lib/schemes/registry";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { BUDGET_LINES, ceilingsUntil, schemesWithoutLine } from "./budget";
import { exampleCeilings, exampleWindows } from "./example";

const YEARS = Array.from({ length: 21 }, (_, index) => 2025 + index);
const parentOf = new Map<string, string | null>(BUDGET_LINES.map(({ id, parent }) => [id, parent]));
const pathOf = (line: string | null): string[] =>
  line === null ? [] : [line, ...pathOf(parentOf.get(line) ?? null)];

describe.each(YEARS)("the demo in %i", (year) => {
  const published = ceilingsUntil(year).filter((ceiling) => ceiling.year === year);
  const examples = exampleCeilings(year);
  const amounts = new Map([...published, ...examples].map((c) => [c.line, c.ceilingCents]));

  test("gives every scheme an amount to grant, on every line up to the root", () => {
    for (const { line: own } of exampleWindows(`${year}-06-15`))
      for (const line of pathOf(own)) expect(amounts.get(line), `${line} ${year}`).toBeGreaterThan(1_000_000);
  });

  test("leaves published amounts unchanged, and never gives a line more than its parent", () => {
    const known = new Set(published.map(({ line }) => line));
    for (const { line, ceilingCents } of examples) {
      expect(known.has(line)).toBe(false);
      expect(ceilingCents).toBeLessThanOrEqual(amounts.get(parentOf.get(line) ?? "") ?? 0);
    }
  });

  test("keeps a women's earmark until a day in that year", () => {
    const earmarks = examples.filter(({ releasesOn }) => releasesOn !== null);
    expect(earmarks.map(({ line }) => line).sort()).toEqual([
      "startbaan-experimenten-vrouwen",
      "werkgeverssubsidie-vrouwen",
    ]);
    for (const { releasesOn } of earmarks) expect(releasesOn).toMatch(new RegExp(`^${year}-`));
  });

  test("has a window for both schemes that is open all year", () => {
    const windows = exampleWindows(`${year}-06-15`);
    expect(windows.map(({ scheme }) => scheme)).toEqual([...SCHEMES]);
    for (const window of windows) {
      expect(window.opensAt).toEqual(new Date(`${year - 1}-12-31T23:00:00Z`));
      expect(window.closesAt).toEqual(new Date(`${year}-12-31T22:59:59Z`));
    }
  });
});

test("printed amounts count in their years only, and the taaleis continues by its footnote", () => {
  const yearsOf = (line: string) =>
    ceilingsUntil(2045)
      .filter((ceiling) => ceiling.line === line)
      .map(({ year }) => year);
  expect(yearsOf("actieagenda")).toEqual([2025, 2026, 2027, 2028, 2029]);
  expect(yearsOf("startbanen")).toEqual([2026]);
  expect(yearsOf("taaleis")).toEqual(YEARS);
  expect(yearsOf("vjn-2025")).toEqual(YEARS);
});

test("a scheme without a line for its grants stops the start", () => {
  expect(schemesWithoutLine(BUDGET_LINES)).toEqual([]);
  for (const scheme of SCHEMES)
    expect(
      schemesWithoutLine(BUDGET_LINES.filter(({ id }) => id !== definitionOf(scheme).budgetLine)),
    ).toEqual([scheme]);
});
