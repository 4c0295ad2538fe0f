import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDER = "docs/decisions";

test("decisions are numbered from one on, each once, and open with their number", () => {
  const names = readdirSync(FOLDER).sort();
  const numbers = names.map((name) => Number(/^(\d{4})-[a-z-]+\.md$/.exec(name)?.[1]));
  expect(numbers).toEqual(names.map((_, index) => index + 1));
  for (const [index, name] of names.entries())
    expect(readFileSync(`${FOLDER}/${name}`, "utf8"), name).toMatch(new RegExp(`^# ${index + 1}\\. `));
});
