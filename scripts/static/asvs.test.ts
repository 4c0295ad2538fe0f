import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** How many requirements of levels 1 and 2 each section of release 5.0.0 has; they are numbered from 1. */
const SECTIONS: Record<string, number> = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2 },
  ...{ "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1 },
  ...{ "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2 },
  ...{ "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4 },
  ...{ "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3 },
  ...{ "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4 },
  ...{ "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2 },
  ...{ "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1 },
  ...{ "9.1": 3, "9.2": 4 },
  ...{ "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3 },
  ...{ "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1 },
  ...{ "12.1": 3, "12.2": 2, "12.3": 4 },
  ...{ "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5 },
  ...{ "14.1": 2, "14.2": 4, "14.3": 3 },
  ...{ "15.1": 3, "15.2": 3, "15.3": 7 },
  ...{ "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3 },
  ...{ "17.1": 1, "17.2": 4, "17.3": 2 },
};

const ASKED = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
);
const WITH_TEST = ["met", "partly"];
const WITH_FILE = [...WITH_TEST, "by reading"];
const STATES = [...WITH_FILE, "platform", "not met", "not applicable"];
const REASON = 10;

type Row = { numbers: string[]; state: string; why: string; files: string[] };

function rowsOf(text: string): Row[] {
  return text.split("\n").flatMap((line) => {
    const [, numbers = "", , state = "", why = "", proof = ""] = line.split("|").map((cell) => cell.trim());
    if (!/^\d/.test(numbers)) return [];
    return {
      numbers: numbers.split(", "),
      state,
      why,
      files: [...proof.matchAll(/`([^`]+)`/g)].flatMap(([, path]) => path ?? []),
    };
  });
}

/** What is wrong with one row, in a few words. */
function faultsOf({ state, why, files }: Row): string[] {
  const hasTest = files.some((path) => /\.(test|spec)\.ts$/.test(path));
  return [
    ...(STATES.includes(state) ? [] : ["unknown state"]),
    ...(why.length < REASON ? ["no reason"] : []),
    ...(WITH_TEST.includes(state) && !hasTest ? ["no test"] : []),
    ...(WITH_FILE.includes(state) && files.length === 0 ? ["no file"] : []),
    ...files.filter((path) => !existsSync(path)).map((path) => `no such file: ${path}`),
  ];
}

const rows = rowsOf(readFileSync("docs/assurance/asvs.md", "utf8"));

describe("the trace of ASVS", () => {
  test("names each requirement of levels 1 and 2 once", () => {
    expect(ASKED).toHaveLength(253);
    expect(rows.flatMap(({ numbers }) => numbers).sort()).toEqual([...ASKED].sort());
  });

  test("has a state, a reason and existing proof in every row", () =>
    expect(rows.flatMap((row) => faultsOf(row).map((fault) => `${row.numbers}: ${fault}`))).toEqual([]));
});

describe("the test itself finds", () => {
  test.each([
    ["a row without a test", "| 1.1.1 | x | met | because it does so | `db/client.ts` |", "no test"],
    ["a row without a reason", "| 1.1.1 | x | not met | | |", "no reason"],
    ["a row without a file", "| 1.1.1 | x | by reading | because it does so | |", "no file"],
    ["an unknown state", "| 1.1.1 | x | fine | because it does so | |", "unknown state"],
    [
      "a file that is gone",
      "| 1.1.1 | x | by reading | because it does so | `db/gone.ts` |",
      "no such file: db/gone.ts",
    ],
  ])("%s", (_what, line, fault) => expect(rowsOf(line).flatMap(faultsOf)).toEqual([fault]));
});
