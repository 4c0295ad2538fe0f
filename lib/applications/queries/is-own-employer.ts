import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organisations, staffInterests } from "@/db/schema";
import type { Staff } from "@/lib/actor";

/** Whether this official also belongs to that employer, according to the ministry's registration. */
export async function isOwnEmployer(tx: Tx, actor: Staff, organisationId: string): Promise<boolean> {
  const rows = await tx
    .select({ personId: staffInterests.personId })
    .from(staffInterests)
    .innerJoin(organisations, eq(organisations.kvkNumber, staffInterests.kvkNumber))
    .where(and(eq(staffInterests.personId, actor.personId), eq(organisations.id, organisationId)));
  return rows.length > 0;
}
