import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files";

const BOOK = "docs/journeys.md";
const specs = sourceFiles("e2e").filter((path) => path.endsWith(".spec.ts"));

/** The ids at the start of a row of the journeys. */
const idsInBook = (text: string): string[] =>
  [...text.matchAll(/^\| (J-\d{2,3}) \|/gm)].map(([, id = ""]) => id);

/** The ids at the start of the title of a test. */
const idsInSpec = (text: string): string[] =>
  [...text.matchAll(/\btest\(\s*["'`]\[(J-\d{2,3})\] /g)].map(([, id = ""]) => id);

const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

test("every journey has a test, and every id in a test is a journey", () => {
  const walked = specs.flatMap((path) => idsInSpec(readFileSync(path, "utf8")));
  const written = idsInBook(readFileSync(BOOK, "utf8"));
  expect(written.length).toBeGreaterThan(0);
  expect(new Set(written).size).toBe(written.length);
  expect(sorted(walked)).toEqual(sorted(written));
});

test("every test in the folder of journeys has the id of one", () => {
  const folder = specs.filter((path) => path.startsWith("e2e/journeys/"));
  expect(folder.length).toBeGreaterThan(0);
  for (const path of folder) {
    const text = readFileSync(path, "utf8");
    expect(idsInSpec(text), path).toHaveLength([...text.matchAll(/\btest\(/g)].length);
  }
});

test("a planted id is found on either side", () => {
  expect(idsInBook("| J-98 | employer | x | |")).toEqual(["J-98"]);
  expect(idsInSpec('test("[J-99] someone does something", async () => {})')).toEqual(["J-99"]);
});
