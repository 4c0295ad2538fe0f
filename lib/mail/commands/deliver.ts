import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { applications, decisions, sentMails, windows } from "@/db/schema";
import type { System } from "@/lib/actor";
import type { StoredDraft } from "@/lib/applications/draft";
import { dayOf } from "@/lib/dates";
import type { Day } from "@/lib/day";
import { decisionDeadline, objectionDeadline } from "@/lib/deadlines/terms";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import type { Mailer } from "@/lib/gateways/mail";
import { contactsOf } from "@/lib/mail/contacts";
import type { MailJob } from "@/lib/mail/job";
import { mailText } from "@/lib/mail/message";
import { keyedHash, unseal } from "@/lib/privacy/seal";

const WORKER: System = { kind: "system", task: "mail" };

/**
 * Sends what a job asks for to every contact of its application, each of them once however often it is called.
 * One address that fails does not keep the others waiting. Throws AggregateError when an address is to be tried
 * again, NotFound when there is nothing to write about.
 */
export async function deliver(job: MailJob, mailer: Mailer): Promise<void> {
  const { contacts, ...facts } = await asActor(WORKER, (tx) => whatToTell(tx, job));
  const message = mailText(facts);
  const results = await Promise.allSettled(contacts.map((to) => sendOnce(job, to, message, mailer)));
  const failures = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${contacts.length} not sent`);
}

async function whatToTell(tx: Tx, job: MailJob) {
  const [row] = await tx
    .select({ application: applications, window: windows })
    .from(applications)
    .innerJoin(windows, eq(windows.id, applications.windowId))
    .where(eq(applications.id, job.applicationId));
  if (!row?.application.reference) throw new NotFound(`application ${job.applicationId}`);
  const { application, window } = row;
  const { company } = await unseal<StoredDraft>(application.answers);
  return {
    kind: job.kind,
    reference: row.application.reference,
    isExample: window.isExample,
    by:
      job.kind === "decision"
        ? await lastDayToObject(tx, job)
        : decisionDeadline({ windowClosesOn: dayOf(window.closesAt), weeks: window.decisionWeeks }),
    link: `${env().APP_URL}/applications/${job.applicationId}`,
    contacts: contactsOf(company),
  };
}

async function lastDayToObject(tx: Tx, { applicationId, applicationVersion }: MailJob): Promise<Day> {
  const [decision] = await tx
    .select({ decidedOn: decisions.decidedOn })
    .from(decisions)
    .where(
      and(eq(decisions.applicationId, applicationId), eq(decisions.applicationVersion, applicationVersion)),
    );
  if (!decision) throw new NotFound(`decision on ${applicationId}`);
  return objectionDeadline(decision.decidedOn);
}

/** Under a lock, so that a second sender waits and then sees that it was done; what fails to leave is not noted. */
async function sendOnce(
  job: MailJob,
  to: string,
  message: ReturnType<typeof mailText>,
  mailer: Mailer,
): Promise<void> {
  const recipientKey = keyedHash("mail", to.toLowerCase());
  const name = `${job.kind}-${job.applicationId}-${job.applicationVersion}-${recipientKey.slice(-16)}`;
  await asActor(WORKER, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
    const key = { ...job, recipientKey };
    if (await wasSent(tx, key)) return;
    const messageId = `<${name}@${new URL(env().APP_URL).hostname}>`;
    const outcome = await mailer.send({ ...message, to, messageId });
    await tx.insert(sentMails).values({ ...key, outcome });
  });
}

async function wasSent(tx: Tx, key: MailJob & { recipientKey: string }): Promise<boolean> {
  const rows = await tx
    .select({ at: sentMails.at })
    .from(sentMails)
    .where(
      and(
        eq(sentMails.applicationId, key.applicationId),
        eq(sentMails.applicationVersion, key.applicationVersion),
        eq(sentMails.kind, key.kind),
        eq(sentMails.recipientKey, key.recipientKey),
      ),
    );
  return rows.length > 0;
}
