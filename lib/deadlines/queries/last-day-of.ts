import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications } from "@/db/schema";
import type { Day } from "@/lib/dates";
import { NotFound } from "@/lib/errors";

/** The last day to decide, as the database computed it. Throws NotFound, also for a draft. */
export async function lastDayOf(tx: Tx, applicationId: string): Promise<Day> {
  const [row] = await tx
    .select({ dueOn: applications.dueOn })
    .from(applications)
    .where(eq(applications.id, applicationId));
  if (!row?.dueOn) throw new NotFound(`term of ${applicationId}`);
  return row.dueOn;
}
