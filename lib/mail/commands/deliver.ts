import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { sentMails } from "@/db/schema";
import type { System } from "@/lib/actor";
import { env } from "@/lib/env";
import type { Mailer } from "@/lib/gateways/mail";
import { type MailText, mailText } from "@/lib/mail/message";
import { languageOf } from "@/lib/mail/queries/language-of";
import { tell } from "@/lib/mail/queries/tell";
import { type MailJob, occasionOf } from "@/lib/outbox/mail-job";
import { keyedHash } from "@/lib/privacy/seal";

const WORKER: System = { kind: "system", task: "mail" };

/**
 * Sends the mail of a job to every addressee, each once however often it is called. A failing address does not delay
 * the others. Throws AggregateError when an address is to be tried again, NotFound when its subject does not exist.
 */
export async function deliver(job: MailJob, mailer: Mailer): Promise<void> {
  const told = await asActor(WORKER, async (tx) => {
    const known = await tell(tx, job);
    return known && { ...known, locale: await languageOf(tx, job.applicationId) };
  });
  if (!told) return;
  const message = mailText({ kind: job.kind, locale: told.locale, ...told.facts });
  const results = await Promise.allSettled(told.to.map((to) => sendOnce(job, to, message, mailer)));
  const failures = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${told.to.length} not sent`);
}

/** Under a lock, so that a second sender waits and then sees that it was sent; a failure is not recorded. */
async function sendOnce(job: MailJob, to: string, message: MailText, mailer: Mailer): Promise<void> {
  const recipientKey = keyedHash("mail", to.toLowerCase());
  const key = { applicationId: job.applicationId, occasion: occasionOf(job), recipientKey };
  const name = `${job.kind}-${job.applicationId}-${job.about}-${recipientKey.slice(-16)}`;
  await asActor(WORKER, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
    if (await wasSent(tx, key)) return;
    const messageId = `<${name}@${new URL(env().APP_URL).hostname}>`;
    const outcome = await mailer.send({ ...message, to, messageId });
    await tx.insert(sentMails).values({ ...key, outcome });
  });
}

async function wasSent(
  tx: Tx,
  key: { applicationId: string; occasion: string; recipientKey: string },
): Promise<boolean> {
  const rows = await tx
    .select({ at: sentMails.at })
    .from(sentMails)
    .where(
      and(
        eq(sentMails.applicationId, key.applicationId),
        eq(sentMails.occasion, key.occasion),
        eq(sentMails.recipientKey, key.recipientKey),
      ),
    );
  return rows.length > 0;
}
