import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decisions, events } from "@/db/schema";

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

/** Whether the decision on this version was a refusal that was reconsidered when money was released. */
export async function wasReconsidered(tx: Tx, id: string, version: number): Promise<boolean> {
  const [event] = await tx
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.applicationId, id),
        eq(events.type, "application.reconsider"),
        eq(events.applicationVersion, version + 1),
      ),
    );
  return event !== undefined;
}
