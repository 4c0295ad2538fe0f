import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = readFileSync("docs/how-to-change.md", "utf8");
const named = [...text.matchAll(/`((?:app|components|db|docs|e2e|lib|scripts)\/[^`]+)`/g)].flatMap(
  ([, path]) => path ?? [],
);

test("at least one file is named for each change", () => {
  const sections = text.split(/^## /m).slice(1);
  expect(sections.length).toBeGreaterThan(8);
  for (const section of sections) expect(section, section).toMatch(/`(?:app|db|lib)\//);
});

test.each([...new Set(named)])("%s exists", (path) => expect(existsSync(path)).toBe(true));
