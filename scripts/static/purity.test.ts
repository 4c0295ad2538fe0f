import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { impurities, isRule } from "./purity";
import { sourceFiles } from "./source-files";

const RULES = sourceFiles("lib").filter(isRule);

test("there are rules to check", () => expect(RULES.length).toBeGreaterThan(10));

test.each(RULES)("%s gives the same answer at any time and place", (path) => {
  expect(impurities(readFileSync(path, "utf8"))).toEqual([]);
});

test.each([
  ["const today = new Date();", "reads the clock"],
  ["const today = Date.now();", "reads the clock"],
  ["const lot = Math.random();", "rolls dice"],
  ["const id = crypto.randomUUID();", "rolls dice"],
  ["const mode = process.env.PORTAL_MODE;", "reads the environment"],
  ["await fetch(address);", "reaches out"],
])("a planted %s is rejected", (text, words) => expect(impurities(text)).toEqual([words]));

test.each(sourceFiles("app"))(
  "%s takes the moment from the database, which decides about windows and days",
  (path) => {
    expect(readFileSync(path, "utf8")).not.toMatch(/\bnew Date\(\s*\)/);
  },
);

test("a date argument is accepted", () => expect(impurities("const day = new Date(instant);")).toEqual([]));
