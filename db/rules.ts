import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type postgres from "postgres";

/** The files of `db/rules` from first to last: an SQL function uses only what stands in a file before it. */
export const RULES = [
  "clear",
  "actor-and-clock",
  "append-only",
  "calendar",
  "people",
  "names",
  "events",
  "applications",
  "completion",
  "documents",
  "windows",
  "ceilings",
  "queue",
  "claims",
  "draws",
  "hearing",
  "decisions",
  "work-items",
  "messages",
  "publication",
  "access",
] as const;

const textOf = (name: (typeof RULES)[number]): string => readFileSync(`db/rules/${name}.sql`, "utf8");

/** Column defaults ask the clock, so on an empty database it is there before the tables. */
export async function prepareClock(owner: postgres.Sql): Promise<void> {
  const [row] = await owner`select to_regproc('portal_now') is null as missing`;
  if (row?.missing) await owner.unsafe(textOf("actor-and-clock"));
}

/** Names what `db/rules` says now: the hash of its files. */
export const rulesHash = (): string =>
  createHash("sha256").update(RULES.map(textOf).join("\n")).digest("hex");

/**
 * Makes the functions, triggers, policies and grants of the database what `db/rules` says, in one transaction; does
 * nothing when the files are those that were applied last.
 */
export async function applyRules(owner: postgres.Sql): Promise<void> {
  const hash = rulesHash();
  await owner.unsafe(`
    create schema if not exists rules;
    create table if not exists rules.applied (hash text not null, at timestamptz primary key default clock_timestamp());
  `);
  const [last] = await owner`select hash from rules.applied order by at desc limit 1`;
  if (last?.hash === hash) return;
  await owner.begin(async (tx) => {
    for (const name of RULES) await tx.unsafe(textOf(name));
    await tx`insert into rules.applied (hash) values (${hash})`;
  });
}
