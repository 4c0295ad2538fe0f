import "server-only";
import { and, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applicationKeys, applications, organisations, trajectories } from "@/db/schema";
import type { CheckContext } from "@/lib/schemes/check";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { ownGrants } from "./own-grants";

type Subject = { id: string; organisationId: string; scheme: Scheme; year: number };

/**
 * The facts on record beside one application, as far as the actor may see. Employers see only their own organisation,
 * so matches with other employers show up for officials alone. `personKeys` are in trajectory order.
 */
export async function readHistory(
  tx: Tx,
  subject: Subject,
  personKeys: readonly string[],
  ibanKey: string,
  groupKvkNumbers: readonly string[],
): Promise<CheckContext["history"]> {
  const readingOthers = tx
    .select({
      year: applications.year,
      scheme: applications.scheme,
      awardedCents: applications.awardedCents,
      state: applications.state,
    })
    .from(applications)
    .where(and(eq(applications.organisationId, subject.organisationId), ne(applications.id, subject.id)));
  const readingPersons = tx
    .select({
      personKey: trajectories.personKey,
      reference: applicationKeys.reference,
      scheme: applicationKeys.scheme,
      organisationId: applicationKeys.organisationId,
    })
    .from(trajectories)
    .innerJoin(applicationKeys, eq(applicationKeys.id, trajectories.applicationId))
    .where(
      and(
        inArray(trajectories.personKey, [...personKeys]),
        ne(applicationKeys.id, subject.id),
        isNotNull(applicationKeys.reference),
        sql`${applicationKeys.state} not in ('withdrawn', 'refused')`,
      ),
    );
  const readingGrants = ownGrants(tx, subject.organisationId, subject.id, groupKvkNumbers);
  const readingShared = tx
    .select({ count: sql<number>`count(distinct ${applicationKeys.organisationId})::int` })
    .from(applicationKeys)
    .where(
      and(eq(applicationKeys.ibanKey, ibanKey), ne(applicationKeys.organisationId, subject.organisationId)),
    );
  const readingName = tx
    .select({ legalName: organisations.legalName })
    .from(organisations)
    .where(eq(organisations.id, subject.organisationId));
  const [others, persons, [shared], grants, [organisation]] = await Promise.all([
    readingOthers,
    readingPersons,
    readingShared,
    readingGrants,
    readingName,
  ]);
  const sameScheme = others.filter(({ scheme }) => scheme === subject.scheme);
  const samePerson: Record<number, { reference: string; scheme: Scheme; sameEmployer: boolean }[]> = {};
  for (const [index, personKey] of personKeys.entries()) {
    samePerson[index + 1] = persons
      .filter((match) => match.personKey === personKey)
      .map(({ reference, scheme, organisationId }) => ({
        reference: reference ?? "",
        scheme,
        sameEmployer: organisationId === subject.organisationId,
      }));
  }
  return {
    legalName: organisation?.legalName ?? "",
    othersThisYear: sameScheme.filter(
      ({ year, state }) => year === subject.year && state !== "withdrawn" && state !== "draft",
    ).length,
    grantedYears: sameScheme.filter(({ awardedCents }) => (awardedCents ?? 0) > 0).map(({ year }) => year),
    samePerson,
    ownGrants: grants,
    sharedIban: shared?.count ?? 0,
  };
}
