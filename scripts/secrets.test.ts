import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { secrets } from "./secrets";

const folder = mkdtempSync(join(tmpdir(), "secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("secrets are made once, and only their owner may read them", () => {
  const first = secrets(folder);
  expect(secrets(folder)).toEqual(first);
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("another folder has other secrets", () => {
  const [here, there] = [secrets(folder), secrets(join(folder, "elsewhere"))];
  expect(Object.values(there).filter((value) => Object.values(here).includes(value))).toEqual([]);
});
