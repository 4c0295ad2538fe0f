import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { trajectories } from "@/db/schema";
import { type AwardLine, awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";

/** The award when all that was asked is granted, as lines by the rules of the application. */
export async function requestedAward(
  tx: Tx,
  { id, rulesVersion }: { id: string; rulesVersion: string },
): Promise<AwardLine[]> {
  const requested = await tx
    .select({ number: trajectories.number, track: trajectories.track })
    .from(trajectories)
    .where(eq(trajectories.applicationId, id))
    .orderBy(asc(trajectories.number));
  return awardFor(rulesFor(rulesVersion), requested);
}
