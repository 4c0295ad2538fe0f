import "server-only";
import { sql } from "drizzle-orm";
import { asActor } from "@/db/client";

/** Brings the changes of what is asked together into one row per ceiling; twice, or by two at once, is fine too. */
export const foldClaims = (): Promise<void> =>
  asActor({ kind: "system", task: "fold-claims" }, async (tx) => {
    await tx.execute(sql`select fold_claims()`);
  });
