import "server-only";
import { asc, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { completionRequests, suspensions } from "@/db/schema";
import { suspensionOf } from "@/lib/calendar/suspension";
import type { Suspension } from "@/lib/calendar/terms";
import type { Day } from "@/lib/dates";

/**
 * The suspensions of the term of each of these applications, as far as the actor may see; without any, an empty list.
 */
export async function suspensionsOf(
  tx: Tx,
  applicationIds: readonly string[],
  today: Day,
): Promise<(applicationId: string) => Suspension[]> {
  if (applicationIds.length === 0) return () => [];
  const requests = await tx
    .select({
      applicationId: completionRequests.applicationId,
      askedOn: completionRequests.askedOn,
      dueOn: completionRequests.dueOn,
      endedOn: completionRequests.endedOn,
    })
    .from(completionRequests)
    .where(inArray(completionRequests.applicationId, [...applicationIds]))
    .orderBy(asc(completionRequests.askedAt));
  const recorded = await tx
    .select({
      applicationId: suspensions.applicationId,
      askedOn: suspensions.startedOn,
      dueOn: suspensions.resumesOn,
      endedOn: suspensions.endedOn,
    })
    .from(suspensions)
    .where(inArray(suspensions.applicationId, [...applicationIds]))
    .orderBy(asc(suspensions.startedAt));
  const rows = [...requests, ...recorded];
  return (id) =>
    rows.filter(({ applicationId }) => applicationId === id).map((row) => suspensionOf(row, today));
}
