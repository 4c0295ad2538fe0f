import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RULES } from "@/db/rules";
import { ZONE } from "@/lib/day";
import { sourceFiles } from "./source-files";

const MAKES_RULES =
  /\b(create|alter|drop)\s+(or\s+replace\s+)?(constraint\s+)?(function|procedure|trigger|policy)\s/i;
const RULE = /^create (?:or replace )?(?:constraint )?(function|trigger|policy) (\w+)(?:[^;]*? on (\w+))?/gim;

const CODE = /\.(ts|tsx|mjs|js|sql)$/;
const outside = () =>
  sourceFiles()
    .filter((path) => CODE.test(path) && !/\.test\.ts$|\.spec\.ts$/.test(path))
    .filter((path) => !/^(db\/(rules|testing)|e2e)\//.test(path));

/** Every function, trigger and policy that this SQL makes: "policy own on sessions". */
function rulesIn(text: string): string[] {
  return [...text.matchAll(RULE)].map(([, kind, name, table]) =>
    kind?.toLowerCase() === "function" ? `function ${name}` : `${kind} ${name} on ${table}`,
  );
}

describe("db/rules", () => {
  test("is the only place that makes functions, triggers and policies", () => {
    const files = outside();
    expect(files).toContain("db/migrations/0000_baseline.sql");
    expect(files.filter((path) => MAKES_RULES.test(readFileSync(path, "utf8")))).toEqual([]);
  });

  test.each([
    "CREATE OR REPLACE FUNCTION count_entries()",
    "create constraint trigger x after insert on y",
    "await sql`drop policy own on sessions`",
  ])("does not hold a planted %s", (planted) => expect(MAKES_RULES.test(planted)).toBe(true));

  test("lists each of its files once, in the order in which they are applied", () => {
    const there = readdirSync("db/rules").map((file) => file.replace(/\.sql$/, ""));
    expect([...RULES].sort()).toEqual(there.sort());
  });

  test("makes each object once", () => {
    const all = RULES.flatMap((name) => rulesIn(readFileSync(`db/rules/${name}.sql`, "utf8")));
    expect(all.length).toBeGreaterThan(250);
    expect(all.filter((rule, index) => all.indexOf(rule) !== index)).toEqual([]);
  });

  test("a duplicate object is found", () =>
    expect(
      rulesIn("create trigger a before insert on b;\ncreate or replace function c() returns text;"),
    ).toEqual(["trigger a on b", "function c"]));
});

test("the legal time zone is named once in TypeScript and once in SQL", () => {
  const named = sourceFiles().filter((path) => CODE.test(path) && readFileSync(path, "utf8").includes(ZONE));
  expect(named.sort()).toEqual(["db/rules/actor-and-clock.sql", "lib/day.ts"]);
});
