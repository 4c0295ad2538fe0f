import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** How long it took lately: nine of ten of so many applications were decided within this many days after filing. */
export type UsualDuration = { cases: number; days: number };

/**
 * What is usual for a scheme over its recent decisions, days of waiting for the employer left out; undefined as long as there
 * are too few to say something of.
 */
export async function usualDuration(tx: Tx, scheme: Scheme): Promise<UsualDuration | undefined> {
  const {
    rows: [row],
  } = await tx.execute<UsualDuration>(sql`select cases, days from usual_duration(${scheme}::scheme)`);
  return row;
}
