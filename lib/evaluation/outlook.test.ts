import { expect, test } from "vitest";
import { type CountRow, tablesOf } from "./outlook";

const row = (
  value: string,
  outcome: CountRow["outcome"],
  count: number,
  more: Partial<CountRow> = {},
): CountRow => ({
  ...{ scheme: "startbaan", dimension: "track", value, outcome, count },
  ...more,
});

test("a table has a row per value, a column per outcome and totals, and suppresses small counts", () => {
  const [table] = tablesOf(
    [
      row("women", "granted", 40),
      row("general", "granted", 30),
      row("general", "refused", 20),
      row("women", "refused", 50),
    ],
    ["startbaan"],
  );
  expect(table).toEqual({
    scheme: "startbaan",
    dimension: "track",
    values: ["general", "women"],
    shown: [
      [30, 20, 0, 0, 50],
      [40, 50, 0, 0, 90],
      [70, 70, 0, 0, 140],
    ],
  });
});

test("only a startbaan has routes, and a value without trajectories has no table", () => {
  const rows = [
    row("b1", "granted", 12, { dimension: "route" }),
    row("b1", "granted", 12, { dimension: "route", scheme: "werkgeverssubsidie" }),
  ];
  expect(tablesOf(rows, ["werkgeverssubsidie", "startbaan"]).map(({ scheme }) => scheme)).toEqual([
    "startbaan",
  ]);
  expect(tablesOf([], ["startbaan"])).toEqual([]);
});

test("a single person appears in no table", () => {
  const shown = tablesOf([row("women", "granted", 1)], ["startbaan"])[0]?.shown;
  expect(shown?.flat().filter((cell) => cell !== null && cell > 0)).toEqual([]);
});
