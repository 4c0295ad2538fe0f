import { readFileSync } from "node:fs";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import * as schema from "@/db/schema";
import { SEALED_COLUMNS } from "@/lib/privacy/sealed-columns";

type Entry = { column: string; cells: string[]; sealed: string };

/** The columns that the register describes, one entry each. */
function registered(text: string): Entry[] {
  return text.split("\n").flatMap((line) => {
    const [, table = "", columns = "", ...cells] = line.split("|").map((cell) => cell.trim());
    if (!columns.startsWith("`")) return [];
    const sealed = cells[3] ?? "";
    return columns
      .split(", ")
      .map((name) => ({ column: `${table}.${name.replaceAll("`", "")}`, cells: cells.slice(0, 5), sealed }));
  });
}

const entries = registered(readFileSync("docs/assurance/data.md", "utf8"));
const columns = Object.values(schema as Record<string, unknown>).flatMap((table) => {
  if (!is(table, PgTable)) return [];
  const { name, columns } = getTableConfig(table);
  return columns.map((column) => `${name}.${column.name}`);
});

describe("the register of data", () => {
  test("describes every column of the schema once, and no other", () =>
    expect(entries.map(({ column }) => column).sort()).toEqual([...columns].sort()));

  test("says of each column its class, purpose, readers, sealing and term", () =>
    expect(entries.filter(({ cells }) => cells.length !== 5 || cells.includes(""))).toEqual([]));

  test("calls those columns sealed that are", () =>
    expect(
      entries
        .filter(({ sealed }) => sealed === "yes")
        .map(({ column }) => column)
        .sort(),
    ).toEqual(Object.keys(SEALED_COLUMNS).sort()));

  test("gives a reason for each column that is plain", () =>
    expect(
      entries.filter(({ sealed }) => !/^(yes|hash|keyed hash|(no|not yet): .{5,})$/.test(sealed)),
    ).toEqual([]));
});

describe("the test itself", () => {
  test("reads several columns of one row", () =>
    expect(registered("| t | `a`, `b` | c | p | r | yes | k |").map(({ column }) => column)).toEqual([
      "t.a",
      "t.b",
    ]));
});
