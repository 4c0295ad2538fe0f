import "server-only";
import { and, eq, isNotNull, notInArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { personNumbers } from "@/db/schema";
import { personNumberSchema } from "@/lib/answers/person-number-schema";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { keptNumberOf } from "@/lib/person-checks/queries/kept-number-of";
import { keyedHash } from "@/lib/privacy/seal";
import { sealNumber } from "./sealed-number";

/**
 * Keeps a typed BSN or V-number, sealed, where the rules of the application allow it; anything else is not kept. A
 * number that is there already stays as it is. The caller's transaction holds the lock on the application.
 */
export async function keepNumber(tx: Tx, application: ApplicationRow, typed: unknown): Promise<void> {
  const { success, data: number } = personNumberSchema.safeParse(typed);
  if (!success || !(await keptNumberOf(tx, application))) return;
  const { id: applicationId, organisationId, state } = application;
  const personKey = keyedHash("person", number);
  const row = { applicationId, personKey };
  if (state === "draft")
    await tx
      .delete(personNumbers)
      .where(
        and(
          eq(personNumbers.applicationId, applicationId),
          eq(personNumbers.personKey, personKey),
          isNotNull(personNumbers.destroyedAt),
        ),
      );
  await tx
    .insert(personNumbers)
    .values({ ...row, organisationId, number: sealNumber(number, row) })
    .onConflictDoNothing();
}

/** Removes the numbers of a draft that are not of these persons. */
export async function dropOtherNumbers(
  tx: Tx,
  applicationId: string,
  keys: readonly string[],
): Promise<void> {
  await tx
    .delete(personNumbers)
    .where(
      and(eq(personNumbers.applicationId, applicationId), notInArray(personNumbers.personKey, [...keys])),
    );
}
