import "server-only";
import { sql } from "drizzle-orm";
import { readHealth } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { rulesHash } from "@/db/rules";
import { seal, unseal } from "@/lib/privacy/seal";

export type Readiness = {
  /** The database answered within a second. */
  database: boolean;
  /** Its tables and its rules are those of this release. */
  shape: boolean;
  /** Data sealed with the current data key can be opened. */
  keys: boolean;
};

const PATIENCE_MS = 1_000;
const NEWEST = journal.entries.at(-1)?.when ?? 0;
let ourRules: string | undefined;

/** Whether this process can serve requests now; missing parts are in the result, and nothing is thrown. */
export async function readiness(): Promise<Readiness> {
  const [found, keys] = await Promise.all([shape().catch(() => undefined), keysWork()]);
  ourRules ??= rulesHash();
  const isOurs = found !== undefined && found.migratedAt >= NEWEST && found.rules === ourRules;
  return { database: found !== undefined, shape: isOurs, keys };
}

/**
 * When the newest migration was made, in milliseconds, and the hash of the rules. Throws when the database does not
 * answer.
 */
async function shape(): Promise<{ migratedAt: number; rules: string | null }> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database did not answer in time")), PATIENCE_MS);
  });
  const asked = readHealth(
    (tx) =>
      tx.execute<{ at: string | null; rules: string | null }>(sql`
        select (select max(created_at) from drizzle.__drizzle_migrations) as at,
          (select hash from rules.applied order by at desc limit 1) as rules`),
    PATIENCE_MS,
  );
  const { rows } = await Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
  const [row] = rows;
  return { migratedAt: Number(row?.at ?? 0), rules: row?.rules ?? null };
}

async function keysWork(): Promise<boolean> {
  const opened = await seal("ready", "health.check:")
    .then((sealed) => unseal<string>(sealed, "health.check:"))
    .catch(() => undefined);
  return opened === "ready";
}
