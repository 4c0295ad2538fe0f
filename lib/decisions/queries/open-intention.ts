import "server-only";
import { and, eq, isNull, or } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { applications, intentions } from "@/db/schema";
import type { Employer } from "@/lib/actor";

/**
 * The intention that the employer of this application may respond to now; undefined when there is none, or for another
 * employer.
 */
export const openIntention = (actor: Employer, applicationId: string) =>
  readAs(actor, (tx) => intentionToAnswer(tx, actor, applicationId));

/** The same, in a transaction of the caller. */
export async function intentionToAnswer(tx: Tx, { organisationId }: Employer, applicationId: string) {
  const [row] = await tx
    .select({
      id: intentions.id,
      kind: intentions.kind,
      grounds: intentions.grounds,
      explanation: intentions.explanation,
      kept: intentions.kept,
      untilOn: intentions.untilOn,
      reference: applications.reference,
    })
    .from(intentions)
    .innerJoin(applications, eq(applications.id, intentions.applicationId))
    .where(
      and(
        eq(applications.id, applicationId),
        eq(applications.organisationId, organisationId),
        or(eq(intentions.kind, "lowering"), eq(applications.state, "refusal_intended")),
        isNull(intentions.respondedAt),
        isNull(intentions.lapsedAt),
        isNull(intentions.droppedAt),
      ),
    );
  return row;
}
