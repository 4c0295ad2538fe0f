import "server-only";
import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { letters } from "@/db/schema";
import type { System } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { dayOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { renderPdf } from "@/lib/gateways/typst/render";
import { readFiled } from "@/lib/letters/queries/read-filed";
import { composeLetter } from "@/lib/letters/registry";
import { enqueueMail } from "@/lib/outbox/commands/enqueue";
import type { LetterJob } from "@/lib/outbox/letter-job";

const WORKER: System = { kind: "system", task: "letters" };

/**
 * Publishes the letter that a job asks for, once however often it is called: its bytes and their hash, an event, and
 * mail that it is there, together or not at all. Gives the letter, whoever published it. Throws NotFound when there is
 * nothing to write about.
 */
export function publishLetter(job: LetterJob): Promise<{ id: string; content: Buffer }> {
  return asActor(WORKER, async (tx, now) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`letter:${job.applicationId}:${job.kind}:${job.about}`}, 0))`,
    );
    return (await published(tx, job)) ?? (await publish(tx, job, now));
  });
}

async function published(tx: Tx, { applicationId, kind, about }: LetterJob) {
  const [letter] = await tx
    .select({ id: letters.id, content: letters.content })
    .from(letters)
    .where(and(eq(letters.applicationId, applicationId), eq(letters.kind, kind), eq(letters.about, about)));
  return letter;
}

async function publish(tx: Tx, job: LetterJob, now: Date) {
  const application = await readFiled(tx, job.applicationId);
  if (!application) throw new NotFound(`application ${job.applicationId}`);
  const { letter, objectUntil } = await composeLetter(tx, application, job, dayOf(now));
  const content = renderPdf("letter.typ", letter);
  const sha256 = createHash("sha256").update(content).digest();
  const [row] = await tx
    .insert(letters)
    .values({
      ...job,
      organisationId: application.organisationId,
      content,
      sha256,
      publishedAt: now,
      publishedOn: dayOf(now),
      objectUntil: objectUntil ?? null,
    })
    .returning({ id: letters.id });
  if (!row) throw new Error("no letter was kept");
  await recordEvent(tx, WORKER, {
    type: "letter.publish",
    stream: `application:${job.applicationId}`,
    organisationId: application.organisationId,
    applicationId: job.applicationId,
    payload: { kind: job.kind, about: job.about, sha256: sha256.toString("hex") },
  });
  await enqueueMail(tx, { kind: job.kind, applicationId: job.applicationId, about: job.about });
  return { id: row.id, content };
}
