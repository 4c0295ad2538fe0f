import "server-only";
import { sql } from "drizzle-orm";
import { asActor } from "@/db/client";

/** Merges the changes of the claimed amount into one row per ceiling. May be repeated and run concurrently. */
export const foldClaims = (): Promise<void> =>
  asActor({ kind: "system", task: "fold-claims" }, async (tx) => {
    await tx.execute(sql`select fold_claims()`);
  });
