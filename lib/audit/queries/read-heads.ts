import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import type { Staff, System } from "@/lib/actor";
import type { Head } from "@/lib/audit/heads";

const PAGE = 5000;

/**
 * The head of every stream at an instant in ISO 8601, by name, a page at a time; with `since` only of those with an
 * event after it. The moment of an event is the start of its transaction, so the answer is final once those
 * transactions have ended.
 */
export async function* headsAt(actor: System, at: string, since?: string): AsyncGenerator<Head[]> {
  const source = (after: string) =>
    since === undefined
      ? sql`heads_at(${at}, ${after}, ${PAGE})`
      : sql`heads_between(${since}, ${at}, ${after}, ${PAGE})`;
  for (let after: string | undefined = ""; after !== undefined; ) {
    const rows: Row[] = await page(actor, source(after));
    yield rows.flatMap(({ stream, number, hash }) => (number && hash ? [{ stream, number, hash }] : []));
    after = rows.length === PAGE ? rows.at(-1)?.stream : undefined;
  }
}

type Row = { stream: string; number: number | null; hash: string | null };

const page = (actor: System, source: SQL): Promise<Row[]> =>
  readAs(actor, async (tx) => {
    const { rows } = await tx.execute<Row>(
      sql`select stream, number, encode(hash, 'hex') as hash from ${source}`,
    );
    return rows;
  });

/** The clock of events, in ISO 8601 to the microsecond; in milliseconds an event may be later than its reader. */
export const databaseClock = (actor: Staff | System): Promise<string> =>
  readAs(actor, async (tx) => {
    const {
      rows: [row],
    } = await tx.execute<{ now: string }>(
      sql`select to_char(portal_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
    );
    return row?.now ?? "";
  });
