import "server-only";
import { and, isNull, lte, sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { personNumbers } from "@/db/schema";

/** Destroys every number whose day has come; the database writes an event of each. May be repeated. */
export const destroyNumbers = (): Promise<void> =>
  asActor({ kind: "system", task: "destroy-numbers" }, async (tx) => {
    await tx
      .update(personNumbers)
      .set({ number: null })
      .where(and(isNull(personNumbers.destroyedAt), lte(personNumbers.destroyOn, sql`legal_today()`)));
  });
