import "server-only";
import { and, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, decisions, organisations } from "@/db/schema";
import type { OwnGrant } from "@/lib/state-aid/ledger";

/**
 * De-minimis aid that this portal granted to an organisation and other companies of its undertaking, except for one
 * application. An employer sees the grants of their own organisation only; a reviewer those of the whole group.
 */
export async function ownGrants(
  tx: Tx,
  organisationId: string,
  applicationId: string,
  groupKvkNumbers: readonly string[],
): Promise<OwnGrant[]> {
  const isOfUndertaking = or(
    eq(applications.organisationId, organisationId),
    groupKvkNumbers.length > 0 ? inArray(organisations.kvkNumber, [...groupKvkNumbers]) : undefined,
  );
  const rows = await tx
    .selectDistinctOn([applications.id], {
      reference: applications.reference,
      amountCents: applications.awardedCents,
      grantedOn: decisions.decidedOn,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(decisions, eq(decisions.applicationId, applications.id))
    .where(
      and(
        isOfUndertaking,
        ne(applications.id, applicationId),
        sql`${applications.awardedCents} > 0`,
        inArray(decisions.outcome, ["grant", "grant_in_part"]),
      ),
    )
    .orderBy(applications.id, desc(decisions.applicationVersion));
  return rows.flatMap(({ reference, amountCents, grantedOn }) =>
    reference !== null && amountCents !== null ? [{ reference, amountCents, grantedOn }] : [],
  );
}
