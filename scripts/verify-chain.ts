import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { endDatabase } from "@/db/client";
import type { System } from "@/lib/actor";
import { newestAnchor, rootAt } from "@/lib/audit/commands/anchor";
import { type Head, openingOf, readHeads, rootOf } from "@/lib/audit/heads";
import { compareHeads } from "@/lib/audit/queries/compare-heads";
import { databaseClock, headsAt } from "@/lib/audit/queries/read-heads";
import { listSentHeads } from "@/lib/audit/queries/sent-heads";
import { type Finding, verifyChain } from "@/lib/audit/queries/verify-chain";
import { appDatabaseUrl, env } from "@/lib/env";
import { type HeadsPlace, headsPlace } from "@/lib/gateways/heads-place";
import { environment } from "./environment";
import { borrowPostgres } from "./postgres/borrow";
import { step } from "./start/progress";
import { explain, Trouble } from "./start/trouble";

const { values } = parseArgs({ options: { head: { type: "string" }, export: { type: "string" } } });

const AUDITOR: System = { kind: "system", task: "verify-chain" };
const AT_ONCE = 2000;

type SentHeads = Awaited<ReturnType<typeof listSentHeads>>[number];

main().catch((error) => {
  console.error(error instanceof RangeError ? `${values.head}: ${error.message}.` : explain(error));
  process.exitCode = 2;
});

/**
 * Recomputes the chain of every event and compares it with the newest anchor, with every file of heads that was sent to
 * HEADS_URL and, with --head, with exported heads; --export exports the present heads. Exits with 0 when all is whole, 1 when a difference is named.
 */
async function main(): Promise<void> {
  Object.assign(process.env, environment(process.env));
  const { DATABASE_URL, DATABASE_APP_URL } = process.env;
  const cluster =
    DATABASE_URL || DATABASE_APP_URL ? undefined : await step("Starting PostgreSQL", borrowPostgres);
  if (cluster) process.env.DATABASE_APP_URL = appDatabaseUrl(cluster.ownerUrl, process.env.APP_SECRET ?? "");
  try {
    const findings = [...(await chain()), ...(await anchor()), ...(await sent()), ...(await kept())];
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
  return step(`Comparing with the heads in ${file}`, () =>
    compared(createInterface({ input: createReadStream(file, "utf8") })),
  );
}

/** Heads of the file that the database no longer has. Throws RangeError when it is no file of heads. */
async function compared(lines: AsyncIterable<string>, publicKey?: KeyObject): Promise<Finding<string>[]> {
  const reading = readHeads(lines, publicKey);
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
}

/** Compares every file that was sent, and every file of the place that the database does not know of. */
async function sent(): Promise<Finding<string>[]> {
  const place = headsPlace();
  if (!place) return [];
  return step("Comparing with the heads that were sent", async () => {
    const known = await listSentHeads(AUDITOR);
    const names = new Set([...known.map(({ name }) => name), ...(await place.names())]);
    const findings: Finding<string>[] = [];
    for (const name of names) findings.push(...(await oneSent(place, name, known)));
    return findings;
  });
}

async function oneSent(
  place: HeadsPlace,
  name: string,
  known: readonly SentHeads[],
): Promise<Finding<string>[]> {
  const record = known.find((file) => file.name === name);
  const finding = (problem: string) => ({ stream: name, number: record?.events ?? 0, problem });
  const text = await place.read(name);
  if (text === undefined) return [finding("gone from the place of heads")];
  const found = await compared(Readable.from(text.trimEnd().split("\n")), publicKey()).catch(
    (error: unknown) => {
      if (error instanceof RangeError) return [finding(error.message)];
      throw error;
    },
  );
  if (!record) return [finding("sent, but the database does not know of it"), ...found];
  return text.includes(record.root) ? found : [finding("differs from what the database sent"), ...found];
}

const publicKey = (): KeyObject =>
  createPublicKey(
    createPrivateKey({
      key: Buffer.from(env().HEADS_KEY ?? "", "base64"),
      format: "der",
      type: "pkcs8",
    }),
  );

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
    await output.write(openingOf({ at }));
    for await (const heads of headsAt(AUDITOR, at)) await output.write(root.add(heads));
    await output.write(`${JSON.stringify(root.end())}\n`);
    await output.sync();
  } finally {
    await output.close();
  }
}
