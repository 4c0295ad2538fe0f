import "server-only";
import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applicationKeys, organisations } from "@/db/schema";
import type { Filing } from "@/lib/answers/answers";
import type { OwnGrant } from "@/lib/state-aid/ledger";

/** The other companies of the undertaking: the named ones, and those of typed aid. */
export const companiesOf = ({ groupKvkNumbers, aid }: Filing["stateAid"]): string[] => [
  ...groupKvkNumbers,
  ...aid.flatMap(({ kvkNumber }) => kvkNumber ?? []),
];

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
    eq(applicationKeys.organisationId, organisationId),
    groupKvkNumbers.length > 0 ? inArray(organisations.kvkNumber, [...groupKvkNumbers]) : undefined,
  );
  const rows = await tx
    .select({
      reference: applicationKeys.reference,
      amountCents: applicationKeys.awardedCents,
      grantedOn: applicationKeys.grantedOn,
    })
    .from(applicationKeys)
    .innerJoin(organisations, eq(organisations.id, applicationKeys.organisationId))
    .where(
      and(isOfUndertaking, ne(applicationKeys.id, applicationId), sql`${applicationKeys.awardedCents} > 0`),
    )
    .orderBy(applicationKeys.id);
  return rows.flatMap(({ reference, amountCents, grantedOn }) =>
    reference !== null && amountCents !== null && grantedOn !== null
      ? [{ reference, amountCents, grantedOn }]
      : [],
  );
}
