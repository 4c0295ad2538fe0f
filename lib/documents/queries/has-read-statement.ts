import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents, events } from "@/db/schema";
import type { Staff } from "@/lib/actor";

/** Whether this official opened the newest bank statement of the application; false when there is none. */
export async function hasReadStatement(tx: Tx, { personId }: Staff, applicationId: string): Promise<boolean> {
  const [statement] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.applicationId, applicationId), eq(documents.kind, "bank_statement")))
    .orderBy(desc(documents.id))
    .limit(1);
  if (!statement) return false;
  const read = await tx
    .select({ number: events.number })
    .from(events)
    .where(
      and(
        eq(events.applicationId, applicationId),
        eq(events.type, "document.read"),
        eq(events.personId, personId),
        sql`${events.payload} ->> 'documentId' = ${statement.id}`,
      ),
    )
    .limit(1);
  return read.length > 0;
}
