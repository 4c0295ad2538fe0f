import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What writes to the log, and of what it tells. */
const WRITERS = ["lib/log.ts", "lib/i18n/missing.ts", "db/lines.ts"];
const WRITES = /\bconsole\.|\bprocess\.std(?:out|err)\b/;

test("one place turns errors into lines of the log", () => {
  const files = globSync("{app,components,db,lib}/**/*.{ts,tsx}").filter(
    (file) => !/\.test\.|testing\//.test(file),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => WRITES.test(readFileSync(file, "utf8"))).sort()).toEqual([...WRITERS].sort());
});

test.each(["scripts/worker.ts", "scripts/worker/*.ts", "scripts/server/*.ts"])(
  "%s logs no message of an error",
  (files) => {
    for (const file of globSync(files).filter((name) => !name.includes(".test.")))
      expect(readFileSync(file, "utf8"), file).not.toMatch(
        /console\.\w+\([^)]*(?:error|problem|cause)\.(?:message|stack)/,
      );
  },
);
