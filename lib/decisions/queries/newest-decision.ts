import "server-only";
import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decisions } from "@/db/schema";

/** The decision that counts now; undefined before the first one. */
export async function newestDecision(tx: Tx, applicationId: string) {
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(eq(decisions.applicationId, applicationId))
    .orderBy(desc(decisions.applicationVersion))
    .limit(1);
  return decision;
}
