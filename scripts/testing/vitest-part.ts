import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { command } from "./command";
import { type Count, countVitest, FAILED, withCrash } from "./count";

/** Runs one vitest project; a run without a report, or without tests, has failed. */
export async function vitestPart(project: "unit" | "db", files: readonly string[]): Promise<Count> {
  const report = `.data/reports/${project}.json`;
  mkdirSync(".data/reports", { recursive: true });
  rmSync(report, { force: true });
  const { code } = await command(
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      ...files,
      `--project=${project}`,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { ...process.env, NODE_ENV: "test", NO_COLOR: "1" },
    true,
  );
  try {
    return withCrash(countVitest(JSON.parse(readFileSync(report, "utf8"))), code);
  } catch {
    return FAILED;
  }
}
