import type postgres from "postgres";
import { expect } from "vitest";
import { firstBreaches, INVARIANTS } from "@/lib/audit/invariants";

/** Violations now, by check; empty when all invariants hold. */
export async function broken(sql: postgres.Sql | postgres.TransactionSql): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const invariant of INVARIANTS) {
    const rows = await sql.unsafe<{ what: string; found: string }[]>(firstBreaches(invariant));
    if (rows.length > 0) found[invariant.id] = rows.map((row) => `${row.what}: ${row.found}`);
  }
  return found;
}

/** Fails a test when an invariant does not hold, with the rows that break it. */
export const expectInvariants = async (sql: postgres.Sql): Promise<void> =>
  expect(await broken(sql)).toEqual({});
