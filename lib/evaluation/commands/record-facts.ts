import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Filing } from "@/lib/answers/answers";
import { factsOf } from "@/lib/evaluation/facts";

/** Stores the coarse facts of a filing, in the caller's transaction; replaces those of an earlier version. */
export async function recordFacts(tx: Tx, applicationId: string, filing: Filing): Promise<void> {
  await tx.execute(
    sql`select record_facts(${applicationId}::uuid, ${JSON.stringify(factsOf(filing))}::jsonb)`,
  );
}
