import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { readAs, type Tx } from "@/db/client";
import { logFailure } from "@/lib/log";
import { type BulkLettersJob, LETTER_QUEUE, type LetterJob } from "@/lib/outbox/letter-job";
import { MAIL_QUEUE, type MailJob } from "@/lib/outbox/mail-job";
import { REFRESH_QUEUE, type RefreshJob } from "@/lib/outbox/refresh-job";

const OUTBOX = { kind: "system", task: "outbox" } as const;
const shared = globalThis as unknown as { portalOutbox?: Promise<PgBoss> | undefined };

/** Only adds to the queues: it runs no job, does no maintenance and has no connection of its own. */
async function connect(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: {
      executeSql: (text, values) => readAs(OUTBOX, (tx) => fromDrizzle(tx, sql).executeSql(text, values)),
    },
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", (error) => logFailure("outbox", error));
  return boss.start();
}

function outbox(): Promise<PgBoss> {
  shared.portalOutbox ??= connect().catch((error) => {
    shared.portalOutbox = undefined;
    throw error;
  });
  return shared.portalOutbox;
}

/** Adds a mail job in the caller's transaction: a rollback removes it too. The job holds ids only. */
export async function enqueueMail(tx: Tx, job: MailJob): Promise<void> {
  const boss = await outbox();
  await boss.send(MAIL_QUEUE, job, { db: fromDrizzle(tx, sql) });
}

/** Adds a letter job in the caller's transaction; the mail follows when the letter is published. */
export async function enqueueLetter(tx: Tx, job: LetterJob): Promise<void> {
  const boss = await outbox();
  await boss.send(LETTER_QUEUE, job, { db: fromDrizzle(tx, sql) });
}

/** Adds one job for the letters of a bulk grant. */
export async function enqueueBulkLetters(tx: Tx, job: BulkLettersJob): Promise<void> {
  const boss = await outbox();
  await boss.send(LETTER_QUEUE, job, { db: fromDrizzle(tx, sql) });
}

/** Adds, in the caller's transaction, a job that updates the work item of an application. */
export async function enqueueRefresh(tx: Tx, applicationId: string): Promise<void> {
  const job: RefreshJob = { applicationId };
  const boss = await outbox();
  await boss.send(REFRESH_QUEUE, job, { db: fromDrizzle(tx, sql) });
}

/** Closes the connection to the queues, for scripts and tests. */
export async function endOutbox(): Promise<void> {
  const boss = await shared.portalOutbox;
  shared.portalOutbox = undefined;
  await boss?.stop({ graceful: false });
}
