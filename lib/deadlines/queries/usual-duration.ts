import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** The usual duration: nine in ten of these applications were decided within this many days after filing. */
export type UsualDuration = { cases: number; days: number };

/**
 * The usual duration for a scheme over its recent decisions, without days of suspension; undefined while there are too
 * few.
 */
export async function usualDuration(tx: Tx, scheme: Scheme): Promise<UsualDuration | undefined> {
  const {
    rows: [row],
  } = await tx.execute<UsualDuration>(sql`select cases, days from usual_duration(${scheme}::scheme)`);
  return row;
}
