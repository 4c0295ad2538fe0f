import { describe, expect, test } from "vitest";
import { discrepanciesIn, millionsIn, SOURCE_TABLE } from "./source-table";

describe("the printed table", () => {
  test("contradicts itself in 2026 only, by 0.3 million, and the lower total binds", () => {
    expect(discrepanciesIn(SOURCE_TABLE)).toEqual([
      { year: "2026", printed: 11.6, addedUp: 11.9, difference: 0.3, binding: 11.6 },
    ]);
  });

  test("has a cell for every year in every row", () => {
    for (const { cells } of [...SOURCE_TABLE.rows, SOURCE_TABLE.total])
      expect(cells).toHaveLength(SOURCE_TABLE.years.length);
  });

  test("an empty cell is no amount, a zero is one", () => {
    expect(millionsIn("")).toBeUndefined();
    expect(millionsIn("0")).toBe(0);
    expect(millionsIn("10,6")).toBe(10.6);
  });

  test("the lines bind where they add up to less than the printed total", () => {
    const table = { years: ["2026"], rows: [{ cells: ["1,0"] }, { cells: [""] }], total: { cells: ["1,3"] } };
    expect(discrepanciesIn(table)[0]).toMatchObject({ binding: 1, difference: 0.3 });
  });
});
