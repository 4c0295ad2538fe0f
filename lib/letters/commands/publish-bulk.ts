import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { decisions, letters } from "@/db/schema";
import type { System } from "@/lib/actor";
import { enqueueBulkLetters } from "@/lib/outbox/commands/enqueue";
import type { BulkLettersJob } from "@/lib/outbox/letter-job";
import { publishLetter } from "./publish-letter";

const WORKER: System = { kind: "system", task: "letters" };
const AT_A_TIME = 200;

/**
 * Publishes the letters of a bulk grant in batches, and enqueues a job for the rest. After a crash it continues with
 * the applications without a letter. Gives the number of published letters.
 */
export async function publishBulk({ bulkId }: BulkLettersJob): Promise<number> {
  const waiting = await asActor(WORKER, (tx) =>
    tx
      .select({ applicationId: decisions.applicationId, version: decisions.applicationVersion })
      .from(decisions)
      .where(
        and(
          eq(decisions.bulkId, bulkId),
          sql`not exists (select from ${letters} l where l.application_id = ${decisions.applicationId}
            and l.kind = 'decision' and l.about = ${decisions.applicationVersion}::text)`,
        ),
      )
      .orderBy(asc(decisions.id))
      .limit(AT_A_TIME),
  );
  for (const { applicationId, version } of waiting)
    await publishLetter({ kind: "decision", applicationId, about: String(version) });
  if (waiting.length === AT_A_TIME) await asActor(WORKER, (tx) => enqueueBulkLetters(tx, { bulkId }));
  return waiting.length;
}
