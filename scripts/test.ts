import { parseArgs } from "node:util";
import { end, endOnSignals } from "./start/shutdown";
import { explain } from "./start/trouble";
import { browserPart, buildPart } from "./testing/browser-part";
import { type Count, FAILED, total } from "./testing/count";
import { staticPart } from "./testing/static-part";
import { vitestPart } from "./testing/vitest-part";

/** `files`, if any, are the only ones that run. */
const PARTS: Record<string, (files: readonly string[]) => Promise<Count>> = {
  static: staticPart,
  unit: (files) => vitestPart("unit", files),
  db: (files) => vitestPart("db", files),
  build: buildPart,
  browser: browserPart,
};

endOnSignals(1);
main().catch((error) => end(1, explain(error)));

async function main() {
  const { values, positionals } = parseArgs({
    options: { only: { type: "string" } },
    allowPositionals: true,
  });
  const wanted = values.only?.split(",") ?? Object.keys(PARTS);
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    return end(1, `There is no part ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}.`);
  }
  const counts: Count[] = [];
  for (const name of wanted) counts.push(await run(name, positionals));
  const { passed, failed } = total(counts);
  console.log(`\n${passed} passed, ${failed} failed`);
  return end(failed === 0 && passed > 0 ? 0 : 1);
}

/** One part; when it cannot run, that is one failure, and the next part follows. */
async function run(name: string, files: readonly string[]): Promise<Count> {
  const began = performance.now();
  console.log(`\n— ${name}`);
  const count = await (PARTS[name] ?? staticPart)(files).catch((error: unknown) => {
    console.error(explain(error));
    return FAILED;
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`  ${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
  return count;
}
