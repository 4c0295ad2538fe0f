import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type postgres from "postgres";

/** The files of `db/rules` in order: an SQL function uses only objects of files before it. */
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
  "person-numbers",
  "publication",
  "access",
] as const;

const textOf = (name: (typeof RULES)[number]): string => readFileSync(`db/rules/${name}.sql`, "utf8");

/** Column defaults use the clock, so on an empty database it is created before the tables. */
export async function prepareClock(owner: postgres.Sql): Promise<void> {
  const [row] = await owner`select to_regproc('portal_now') is null as missing`;
  if (row?.missing) await owner.unsafe(textOf("actor-and-clock"));
}

/** The hash of the files of `db/rules`. */
export const rulesHash = (): string =>
  createHash("sha256").update(RULES.map(textOf).join("\n")).digest("hex");

/**
 * Makes the functions, triggers, policies and grants of the database equal to `db/rules`, in one transaction; does
 * nothing when these files were applied last.
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
