import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

export type Cruise = { modules: number; violations: { rule: string; from: string }[] };

const ROOT = resolve(import.meta.dirname, "../..");

/** Runs the project's import rules over folders below `folder`, which has a tsconfig.json and node_modules. */
export function cruise(folder: string, parts: readonly string[]): Cruise {
  const command = resolve(ROOT, "node_modules/.bin/depcruise");
  const config = resolve(ROOT, ".dependency-cruiser.cjs");
  const args = [command, "--config", config, "--output-type", "json", ...parts];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!stdout) throw new Error(`dependency-cruiser said nothing but: ${stderr}`);
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { rule: { name: string }; from: string }[] };
  };
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ rule, from }) => ({ rule: rule.name, from })),
  };
}
