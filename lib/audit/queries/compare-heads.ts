import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import type { System } from "@/lib/actor";
import type { Head } from "@/lib/audit/heads";
import type { Finding } from "./verify-chain";

export type HeadProblem = "gone since the export" | "rewritten since the export";

/**
 * The exported heads that the database no longer has. Finds what the chain alone cannot: a last event that was changed
 * or deleted together with its head, and a stream that was rewritten.
 */
export async function compareHeads(actor: System, heads: readonly Head[]): Promise<Finding<HeadProblem>[]> {
  return readAs(actor, async (tx) => {
    const { rows } = await tx.execute<Finding<HeadProblem>>(sql`
      select k.stream, k.number, case when e.hash is null then 'gone since the export' else 'rewritten since the export' end as problem
      from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as k (stream text, number integer, hash text)
      left join events e on e.stream = k.stream and e.number = k.number
      where e.hash is null or e.hash <> decode(k.hash, 'hex')
      order by k.stream`);
    return [...rows];
  });
}
