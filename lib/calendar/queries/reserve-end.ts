import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications } from "@/db/schema";
import type { Day } from "@/lib/dates";
import { NotFound } from "@/lib/errors";

/** The end of the reserve list for a filed application, as the database computes it. Throws NotFound for a draft. */
export async function reserveEndOf(tx: Tx, applicationId: string): Promise<Day> {
  const [row] = await tx
    .select({ endsOn: sql<Day | null>`reserve_ends_on(${applications})::text` })
    .from(applications)
    .where(eq(applications.id, applicationId));
  if (!row?.endsOn) throw new NotFound(`reserve list of ${applicationId}`);
  return row.endsOn;
}
