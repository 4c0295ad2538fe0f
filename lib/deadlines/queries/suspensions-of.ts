import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { suspensions } from "@/db/schema";

/**
 * The suspensions of an application besides requests to complete, the oldest first, as far as the actor may see them.
 */
export const recordedSuspensions = (tx: Tx, applicationId: string) =>
  tx
    .select({
      id: suspensions.id,
      ground: suspensions.ground,
      startedOn: suspensions.startedOn,
      resumesOn: suspensions.resumesOn,
      endedOn: suspensions.endedOn,
    })
    .from(suspensions)
    .where(eq(suspensions.applicationId, applicationId))
    .orderBy(asc(suspensions.startedAt));
