import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decisions } from "@/db/schema";

/** The decision in force; undefined before the first one. */
export async function newestDecision(tx: Tx, applicationId: string) {
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(eq(decisions.applicationId, applicationId))
    .orderBy(desc(decisions.applicationVersion))
    .limit(1);
  return decision;
}

/** The decision that the one on this version replaced; undefined for the first one. */
export async function decisionBefore(tx: Tx, applicationId: string, version: number) {
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), lt(decisions.applicationVersion, version)))
    .orderBy(desc(decisions.applicationVersion))
    .limit(1);
  return decision;
}
