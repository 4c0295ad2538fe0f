import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import {
  applications,
  people,
  personChecks,
  personNumberOpenings,
  personNumbers,
  trajectories,
} from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { unseal } from "@/lib/privacy/seal";
import type { Place } from "@/lib/privacy/sealed-columns";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import { keptNumberOf } from "./kept-number-of";

/**
 * Per person of a filed application: until when the number is kept, what the authorities said about the person of this
 * moment, and each time that the number was opened. `isKept` is false when the rules keep no number; `mayCheck` when
 * the reader has the case in hand.
 */
export function personsOfCase(actor: Staff, applicationId: string) {
  return readAs(actor, async (tx) => {
    const [application] = await tx.select().from(applications).where(eq(applications.id, applicationId));
    if (!application || !(await keptNumberOf(tx, application)))
      return { isKept: false, mayCheck: false, persons: [] };
    const mayCheck =
      actor.roles.includes("reviewer") &&
      application.assigneeId === actor.personId &&
      isUndecided(application.state);
    const rows = await tx
      .select({
        number: trajectories.number,
        personKey: trajectories.personKey,
        destroyOn: personNumbers.destroyOn,
        destroyedAt: personNumbers.destroyedAt,
      })
      .from(trajectories)
      .leftJoin(
        personNumbers,
        and(
          eq(personNumbers.applicationId, trajectories.applicationId),
          eq(personNumbers.personKey, trajectories.personKey),
        ),
      )
      .where(eq(trajectories.applicationId, applicationId))
      .orderBy(asc(trajectories.number));
    const [checks, openings] = await Promise.all([
      checksOfPersons(tx, applicationId),
      openingsOf(tx, applicationId),
    ]);
    const persons = rows.map(({ personKey, ...row }) => ({
      ...row,
      checks: checks.filter((check) => check.personKey === personKey),
      openings: openings.filter(({ trajectory }) => trajectory === row.number),
    }));
    return { isKept: true, mayCheck, persons };
  });
}

export type PersonOfCase = Awaited<ReturnType<typeof personsOfCase>>["persons"][number];

async function checksOfPersons(tx: Tx, applicationId: string) {
  const rows = await tx
    .select({
      id: personChecks.id,
      personKey: personChecks.personKey,
      kind: personChecks.kind,
      result: personChecks.result,
      way: personChecks.way,
      sealed: personChecks.explanation,
      by: people.name,
      at: personChecks.checkedAt,
    })
    .from(personChecks)
    .innerJoin(people, eq(people.id, personChecks.checkedBy))
    .where(eq(personChecks.applicationId, applicationId))
    .orderBy(asc(personChecks.checkedAt), asc(personChecks.id));
  return Promise.all(
    rows.map(async ({ sealed, ...check }) => ({
      ...check,
      explanation: await textIn(sealed, `person_checks.explanation:${check.id}`),
    })),
  );
}

async function openingsOf(tx: Tx, applicationId: string) {
  const rows = await tx
    .select({
      id: personNumberOpenings.id,
      trajectory: personNumberOpenings.trajectory,
      use: personNumberOpenings.use,
      sealed: personNumberOpenings.reason,
      by: people.name,
      at: personNumberOpenings.openedAt,
    })
    .from(personNumberOpenings)
    .innerJoin(people, eq(people.id, personNumberOpenings.openedBy))
    .where(eq(personNumberOpenings.applicationId, applicationId))
    .orderBy(asc(personNumberOpenings.openedAt), asc(personNumberOpenings.id));
  return Promise.all(
    rows.map(async ({ sealed, ...opening }) => ({
      ...opening,
      reason: await textIn(sealed, `person_number_openings.reason:${opening.id}`),
    })),
  );
}

const textIn = async (sealed: string | null, place: Place): Promise<string | undefined> =>
  sealed === null ? undefined : unseal<string>(sealed, place);
