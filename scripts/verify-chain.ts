import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { endDatabase } from "@/db/client";
import type { System } from "@/lib/actor";
import { newestAnchor, rootAt } from "@/lib/audit/commands/anchor";
import { type Head, openingOf, readHeads, rootOf } from "@/lib/audit/heads";
import { compareHeads } from "@/lib/audit/queries/compare-heads";
import { databaseClock, headsAt } from "@/lib/audit/queries/read-heads";
import { type Finding, verifyChain } from "@/lib/audit/queries/verify-chain";
import { appDatabaseUrl } from "@/lib/env";
import { environment } from "./environment";
import { borrowPostgres } from "./postgres/borrow";
import { step } from "./start/progress";
import { explain, Trouble } from "./start/trouble";

const { values } = parseArgs({ options: { head: { type: "string" }, export: { type: "string" } } });

const AUDITOR: System = { kind: "system", task: "verify-chain" };
const AT_ONCE = 2000;

main().catch((error) => {
  console.error(error instanceof RangeError ? `${values.head}: ${error.message}.` : explain(error));
  process.exitCode = 2;
});

/**
 * Recomputes the chain of every event and compares it with the newest anchor and, with --head, with exported heads;
 * --export exports the present heads. Exits with 0 when all is whole, 1 when a difference is named.
 */
async function main(): Promise<void> {
  Object.assign(process.env, environment(process.env));
  const { DATABASE_URL, DATABASE_APP_URL } = process.env;
  const cluster =
    DATABASE_URL || DATABASE_APP_URL ? undefined : await step("Starting PostgreSQL", borrowPostgres);
  if (cluster) process.env.DATABASE_APP_URL = appDatabaseUrl(cluster.ownerUrl, process.env.APP_SECRET ?? "");
  try {
    const findings = [...(await chain()), ...(await anchor()), ...(await kept())];
    for (const { stream, number, problem } of findings)
      console.log(`  ${stream}, event ${number}: ${problem}`);
    console.log(findings.length === 0 ? "The chain is whole." : `Not whole: ${findings.length} found.`);
    process.exitCode = findings.length === 0 ? 0 : 1;
    const file = values.export;
    if (file) await step(`Keeping the heads in ${file}`, () => keep(file));
  } finally {
    await endDatabase();
    await cluster?.stop();
  }
}

async function chain(): Promise<Finding<string>[]> {
  const { streams, findings } = await step("Recomputing every event", () => verifyChain(AUDITOR));
  console.log(`  ${streams.toLocaleString("en")} streams`);
  return findings;
}

async function anchor(): Promise<Finding<string>[]> {
  const made = await newestAnchor();
  if (!made) return [];
  const { root, streams, events } = await step(`Recomputing the anchor of ${made.day}`, () =>
    rootAt(AUDITOR, made.at),
  );
  console.log(
    `  ${streams.toLocaleString("en")} streams, ${events.toLocaleString("en")} events, root ${root}`,
  );
  return root === made.root
    ? []
    : [{ stream: `anchor ${made.day}`, number: made.events, problem: "differs" }];
}

async function kept(): Promise<Finding<string>[]> {
  const file = values.head;
  if (!file) return [];
  return step(`Comparing with the heads in ${file}`, async () => {
    const reading = readHeads(createInterface({ input: createReadStream(file, "utf8") }));
    const findings: Finding<string>[] = [];
    let heads: Head[] = [];
    for (;;) {
      const { value, done } = await reading.next();
      if (!done) heads.push(value);
      if (done || heads.length === AT_ONCE) {
        findings.push(...(await compareHeads(AUDITOR, heads)));
        heads = [];
      }
      if (done) return findings;
    }
  });
}

/** An existing file may be the only one of its kind. */
async function keep(file: string): Promise<void> {
  const output = await open(file, "wx").catch((error: NodeJS.ErrnoException) => {
    throw new Trouble(
      error.code === "EEXIST" ? `${file} is there already; it is not overwritten.` : error.message,
    );
  });
  try {
    const at = await databaseClock(AUDITOR);
    const root = rootOf();
    await output.write(openingOf(at));
    for await (const heads of headsAt(AUDITOR, at)) await output.write(root.add(heads));
    await output.write(`${JSON.stringify(root.end())}\n`);
    await output.sync();
  } finally {
    await output.close();
  }
}
