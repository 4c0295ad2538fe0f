import "server-only";
import { sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";

/**
 * Whether the official who asks is tied to the employer of this application, by the ministry's own registration. They
 * find nothing of it (Awb 2:4), so a command asks this first, to refuse it in words.
 */
export async function isOwnEmployer(tx: Tx, applicationId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ yes: boolean }>(
    sql`select ${applicationId}::uuid = any (tied_applications()) as yes`,
  );
  return rows[0]?.yes ?? false;
}

/** As `isOwnEmployer`, in a transaction of its own. */
export const isTied = (actor: Staff, applicationId: string): Promise<boolean> =>
  readAs(actor, (tx) => isOwnEmployer(tx, applicationId));
