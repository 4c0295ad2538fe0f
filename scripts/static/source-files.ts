import { readdirSync } from "node:fs";
import { join } from "node:path";

const NOT_OURS = new Set([
  ".cache",
  ".data",
  ".git",
  ".next",
  "node_modules",
  "playwright-report",
  "test-results",
]);

/** Every file of the project below a folder, as paths that start with that folder. */
export function sourceFiles(folder = "."): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : [path];
  });
}
