import { mkdirSync } from "node:fs";
import { command, type Ended } from "./command";
import { type Count, FAILED, PASSED, total } from "./count";
import { migrationsCheck } from "./migrations-check";

const FOLDERS = ["app", "components", "db", "e2e", "lib", "scripts"];
const NEXT = "node_modules/next/dist/bin/next";

type Check = { name: string; run: () => Promise<Ended> };

const CHECKS: Check[] = [
  {
    name: "biome",
    run: () => command(["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]),
  },
  { name: "types", run: types },
  {
    name: "import rules",
    run: () => command(["node_modules/.bin/depcruise", "--config", ".dependency-cruiser.cjs", ...FOLDERS]),
  },
  { name: "migrations", run: migrationsCheck },
  { name: "unused code", run: () => command(["node_modules/knip/bin/knip.js"]) },
];

/** Static checks: each counts as one, and one that fails shows its output. */
export async function staticPart(): Promise<Count> {
  mkdirSync(".data", { recursive: true });
  return total(await Promise.all(CHECKS.map(check)));
}

async function check({ name, run }: Check): Promise<Count> {
  const { code, output } = await run();
  console.log(`  ${code === 0 ? "✓" : "✗"} ${name}`);
  if (code === 0) return PASSED;
  console.log(output);
  return FAILED;
}

/** Route types come first: a fresh clone has none, and pages are checked against them. */
async function types(): Promise<Ended> {
  const generated = await command([NEXT, "typegen"]);
  return generated.code === 0 ? command(["node_modules/typescript/bin/tsc", "--noEmit"]) : generated;
}
