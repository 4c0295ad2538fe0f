import "server-only";
import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { intentions } from "@/db/schema";

/**
 * Grounds on which the employer of this application was heard before a refusal: there was a response, or its last day
 * passed.
 */
export async function heardOn(tx: Tx, applicationId: string): Promise<string[]> {
  const rows = await tx
    .select({ grounds: intentions.grounds })
    .from(intentions)
    .where(
      and(
        eq(intentions.applicationId, applicationId),
        eq(intentions.kind, "refusal"),
        or(isNotNull(intentions.respondedAt), isNotNull(intentions.lapsedAt)),
      ),
    );
  return rows.flatMap(({ grounds }) => grounds);
}

/** The intentions of this application with the responses, the oldest first. */
export const intentionsOf = (tx: Tx, applicationId: string) =>
  tx
    .select()
    .from(intentions)
    .where(eq(intentions.applicationId, applicationId))
    .orderBy(asc(intentions.intendedAt), asc(intentions.id));
