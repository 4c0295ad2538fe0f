import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { applications, intendedRefusals } from "@/db/schema";
import type { Employer } from "@/lib/actor";

/** What the employer of this application may respond to now; undefined when there is nothing, or it is not his. */
export const openIntention = (actor: Employer, applicationId: string) =>
  asActor(actor, (tx) => intentionToAnswer(tx, actor, applicationId));

/** The same, in a transaction of the caller. */
export async function intentionToAnswer(tx: Tx, { organisationId }: Employer, applicationId: string) {
  const [row] = await tx
    .select({
      grounds: intendedRefusals.grounds,
      explanation: intendedRefusals.explanation,
      untilOn: intendedRefusals.untilOn,
      reference: applications.reference,
    })
    .from(intendedRefusals)
    .innerJoin(applications, eq(applications.id, intendedRefusals.applicationId))
    .where(
      and(
        eq(applications.id, applicationId),
        eq(applications.organisationId, organisationId),
        eq(applications.state, "refusal_intended"),
        isNull(intendedRefusals.respondedAt),
        isNull(intendedRefusals.lapsedAt),
      ),
    );
  return row;
}
