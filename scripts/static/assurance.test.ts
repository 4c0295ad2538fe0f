import { existsSync, readdirSync, readFileSync } from "node:fs";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import * as schema from "@/db/schema";

const FOLDER = "docs/assurance";
const WITHOUT = "No personal data";
/** Classes of the register of data that tell nothing of a person. */
const IMPERSONAL =
  /^(keys, states and figures|public fact|public text.*|organisation|hash|secret until revealed)$/;

/** The cells of each row of the tables in a document. */
const rowsOf = (name: string): string[][] =>
  readFileSync(`${FOLDER}/${name}`, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .slice(2)
        .split("|")
        .map((cell) => cell.trim()),
    );

const quoted = (text = ""): string[] => [...text.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);

const tables = Object.values(schema as Record<string, unknown>).flatMap((table) =>
  is(table, PgTable) ? getTableConfig(table).name : [],
);
const personal = new Set(
  rowsOf("data.md").flatMap(([table = "", columns, kind = ""]) =>
    quoted(columns).length > 0 && !IMPERSONAL.test(kind) ? table : [],
  ),
);
const processing = rowsOf("processing.md").filter((cells) => quoted(cells[4]).length > 0);

describe("the register of processing", () => {
  test("names each table of the database once", () =>
    expect(processing.flatMap((cells) => quoted(cells[4])).sort()).toEqual([...tables].sort()));

  test("calls no table free of personal data that has some", () => {
    expect(personal.size).toBeGreaterThan(20);
    const free = processing.filter(([name]) => name === WITHOUT).flatMap((cells) => quoted(cells[4]));
    expect(free.length).toBeGreaterThan(0);
    expect(free.filter((table) => personal.has(table))).toEqual([]);
  });

  test("gives purpose, people and term of each processing", () =>
    expect(
      processing.filter(([name, ...cells]) => name !== WITHOUT && cells.slice(0, 4).includes("")),
    ).toEqual([]));
});

const documents = readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`);

test.each([...documents, "SECURITY.md"])("the files that %s names exist", (path) => {
  const text = readFileSync(path, "utf8");
  const files = quoted(text).filter((name) =>
    /^(app|components|db|docs|e2e|lib|public|scripts)\//.test(name),
  );
  const folder = path.includes("/") ? `${FOLDER}/` : "";
  const linked = [...text.matchAll(/\]\(([^):#]+)\)/g)].map(([, to]) => `${folder}${to}`);
  expect([...files, ...linked].filter((name) => !existsSync(name))).toEqual([]);
});
