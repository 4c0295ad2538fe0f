import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Shown, SMALLEST_SHOWN, suppressed } from "./suppress";

const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 10, max: 900 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );

/**
 * The hidden cells that follow from the shown ones, found by solving the equations of the totals; written independently
 * of the rule.
 */
function determined(shown: Shown): string[] {
  const [height, width] = [shown.length, shown[0]?.length ?? 0];
  const unknown: string[] = [];
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) if (shown[r]?.[c] === null) unknown.push(`${r},${c}`);
  const equations: number[][] = [];
  const add = (cells: [number, number][]) => {
    const row = unknown.map(() => 0);
    for (const [place, [r, c]] of cells.entries()) {
      const at = unknown.indexOf(`${r},${c}`);
      if (at >= 0) row[at] = place === cells.length - 1 ? -1 : 1;
    }
    equations.push(row);
  };
  for (let r = 0; r < height; r++) add(Array.from({ length: width }, (_, c): [number, number] => [r, c]));
  for (let c = 0; c < width; c++) add(Array.from({ length: height }, (_, r): [number, number] => [r, c]));
  return unknown.filter((_, target) => isPinned(equations, target));
}

/** Whether the unknown has one value only: its unit row lies in the span of the equations. */
function isPinned(equations: readonly number[][], target: number): boolean {
  const unit = (equations[0] ?? []).map((_, at) => (at === target ? 1 : 0));
  return rank([...equations, unit]) === rank(equations);
}

function rank(rows: readonly (readonly number[])[]): number {
  const matrix = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (matrix[0]?.length ?? 0); column++) {
    const pivot = matrix.findIndex((row, at) => at >= found && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [matrix[found], matrix[pivot]] = [matrix[pivot] ?? [], matrix[found] ?? []];
    const lead = matrix[found] ?? [];
    for (const [at, row] of matrix.entries()) {
      if (at === found) continue;
      const factor = (row[column] ?? 0) / (lead[column] ?? 1);
      for (let c = column; c < row.length; c++) row[c] = (row[c] ?? 0) - factor * (lead[c] ?? 0);
    }
    found++;
  }
  return found;
}

describe("small counts", () => {
  test("are never shown, totals neither", () => {
    fc.assert(
      fc.property(tables, (counts) => {
        for (const row of suppressed(counts))
          for (const cell of row)
            if (cell !== null && cell > 0) expect(cell).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
      }),
    );
  });

  test("do not follow from the shown counts", () => {
    fc.assert(
      fc.property(tables, (counts) => {
        expect(determined(suppressed(counts))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("that are hidden in one row or column add up to ten or more", () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const shown = suppressed(counts);
        for (const [r, row] of shown.entries()) {
          const hidden = row.flatMap((cell, c) => (cell === null ? [c] : []));
          const all = r < counts.length ? [...(counts[r] ?? []), 0] : undefined;
          if (!all || hidden.length === 0 || row.at(-1) === null) continue;
          expect(hidden.reduce((sum, c) => sum + (all[c] ?? 0), 0)).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
        }
      }),
    );
  });
});

test("a table without small counts is shown whole, with its totals", () => {
  expect(
    suppressed([
      [20, 0],
      [30, 40],
    ]),
  ).toEqual([
    [20, 0, 20],
    [30, 40, 70],
    [50, 40, 90],
  ]);
});

test("one small count hides three more, so that it cannot be computed", () => {
  expect(
    suppressed([
      [4, 50],
      [30, 40],
      [90, 80],
    ]),
  ).toEqual([
    [null, null, 54],
    [null, null, 70],
    [90, 80, 170],
    [124, 170, 294],
  ]);
});

test("the check that nothing follows can fail", () => {
  expect(
    determined([
      [null, 50, 54],
      [30, 40, 70],
      [34, 90, 124],
    ]),
  ).toEqual(["0,0"]);
});
