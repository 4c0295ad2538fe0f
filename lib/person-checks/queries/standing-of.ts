import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { personChecks, personNumbers } from "@/db/schema";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import type { CheckContext, PersonStanding } from "@/lib/schemes/check";
import { keptNumberOf } from "./kept-number-of";

/**
 * Where the number of each person is, and what the authorities said, by trajectory number; undefined when the rules
 * keep no number. `personKeys` are in trajectory order. Employers see no result of a check.
 */
export async function standingOf(
  tx: Tx,
  application: ApplicationRow,
  personKeys: readonly string[],
): Promise<CheckContext["persons"]> {
  if (!(await keptNumberOf(tx, application))) return undefined;
  const [numbers, checks] = await Promise.all([
    tx
      .select({ personKey: personNumbers.personKey, destroyedAt: personNumbers.destroyedAt })
      .from(personNumbers)
      .where(eq(personNumbers.applicationId, application.id)),
    tx
      .select({ personKey: personChecks.personKey, kind: personChecks.kind, result: personChecks.result })
      .from(personChecks)
      .where(
        and(eq(personChecks.applicationId, application.id), inArray(personChecks.personKey, [...personKeys])),
      )
      .orderBy(asc(personChecks.checkedAt), asc(personChecks.id)),
  ]);
  const without = application.state === "draft" ? "missing" : "destroyed";
  return Object.fromEntries(
    personKeys.map((personKey, index): [number, PersonStanding] => {
      const isKept = numbers.some((row) => row.personKey === personKey && row.destroyedAt === null);
      const results = checks
        .filter((row) => row.personKey === personKey)
        .map(({ kind, result }) => [kind, result]);
      return [index + 1, { number: isKept ? "kept" : without, ...Object.fromEntries(results) }];
    }),
  );
}
