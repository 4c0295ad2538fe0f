import type postgres from "postgres";

type Commuting = (one: string, other: string) => boolean;

/**
 * Tells of two steps of different sessions whether either may go first without anything being different: one only
 * reads, and the other ends no transaction. What is read is what was committed before (READ COMMITTED), a reader waits
 * for nobody and nobody for him. A statement only reads when it selects, locks no rows and calls nothing that
 * PostgreSQL knows as volatile: other functions cannot write.
 */
export async function commuting(sql: postgres.Sql): Promise<Commuting> {
  const rows = await sql<
    { name: string }[]
  >`select distinct proname as name from pg_proc where provolatile = 'v'`;
  const volatile = new Set(rows.map(({ name }) => name));
  const onlyReads = (statement: string) =>
    /^\s*select\b/i.test(statement) &&
    !/;|\bfor\s+(no\s+key\s+update|update|key\s+share|share)\b/i.test(statement) &&
    ![...statement.matchAll(/(\w+)"?\s*\(/g)].some(([, name]) => volatile.has(String(name).toLowerCase()));
  const ends = (statement: string) => ENDS.includes(statement);
  return (one, other) => (onlyReads(one) && !ends(other)) || (onlyReads(other) && !ends(one));
}

/** The two steps that are no statement of their own. */
const ENDS: readonly string[] = ["commit", "rollback"];
