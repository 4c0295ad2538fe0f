import "server-only";
import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { intendedRefusals } from "@/db/schema";

/** Grounds on which the employer of this application was heard: he responded, or let the time for it pass. */
export async function heardOn(tx: Tx, applicationId: string): Promise<string[]> {
  const rows = await tx
    .select({ grounds: intendedRefusals.grounds })
    .from(intendedRefusals)
    .where(
      and(
        eq(intendedRefusals.applicationId, applicationId),
        or(isNotNull(intendedRefusals.respondedAt), isNotNull(intendedRefusals.lapsedAt)),
      ),
    );
  return rows.flatMap(({ grounds }) => grounds);
}

/** What was intended for this application and what the employer said to it, the oldest first. */
export const intentionsOf = (tx: Tx, applicationId: string) =>
  tx
    .select()
    .from(intendedRefusals)
    .where(eq(intendedRefusals.applicationId, applicationId))
    .orderBy(asc(intendedRefusals.applicationVersion));
