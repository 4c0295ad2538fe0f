import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Place on the reserve list from 1, in rank order; null for an application that is not on it or of another employer.
 */
export async function reservePlace(tx: Tx, applicationId: string): Promise<number | null> {
  const {
    rows: [row],
  } = await tx.execute<{ place: number | null }>(sql`select reserve_place(${applicationId}::uuid) as place`);
  return row?.place ?? null;
}
