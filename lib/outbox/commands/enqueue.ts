import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { readAs, type Tx } from "@/db/client";
import { type BulkLettersJob, LETTER_QUEUE, type LetterJob } from "@/lib/outbox/letter-job";
import { MAIL_QUEUE, type MailJob } from "@/lib/outbox/mail-job";
import { REFRESH_QUEUE, type RefreshJob } from "@/lib/outbox/refresh-job";

const OUTBOX = { kind: "system", task: "outbox" } as const;
const shared = globalThis as unknown as { portalOutbox?: Promise<PgBoss> | undefined };

/** Knows the queues and nothing else: it runs no work, keeps no house and has no connection of its own. */
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
  boss.on("error", (error) => console.error(`outbox: ${error.message}`));
  return boss.start();
}

function outbox(): Promise<PgBoss> {
  shared.portalOutbox ??= connect().catch((error) => {
    shared.portalOutbox = undefined;
    throw error;
  });
  return shared.portalOutbox;
}

/** Asks for mail in the caller's transaction: when that is undone, nothing was asked. The job holds ids only. */
export async function enqueueMail(tx: Tx, job: MailJob): Promise<void> {
  const boss = await outbox();
  await boss.send(MAIL_QUEUE, job, { db: fromDrizzle(tx, sql) });
}

/** Asks for a letter in the caller's transaction; its mail follows when it is published. */
export async function enqueueLetter(tx: Tx, job: LetterJob): Promise<void> {
  const boss = await outbox();
  await boss.send(LETTER_QUEUE, job, { db: fromDrizzle(tx, sql) });
}

/** Asks for the letters of everything that was granted together. */
export async function enqueueBulkLetters(tx: Tx, job: BulkLettersJob): Promise<void> {
  const boss = await outbox();
  await boss.send(LETTER_QUEUE, job, { db: fromDrizzle(tx, sql) });
}

/** Asks, in the caller's transaction, to look again at what lists say of an application. */
export async function enqueueRefresh(tx: Tx, applicationId: string): Promise<void> {
  const job: RefreshJob = { applicationId };
  const boss = await outbox();
  await boss.send(REFRESH_QUEUE, job, { db: fromDrizzle(tx, sql) });
}

/** Stops looking at the queues; for scripts and tests that end. */
export async function endOutbox(): Promise<void> {
  const boss = await shared.portalOutbox;
  shared.portalOutbox = undefined;
  await boss?.stop({ graceful: false });
}
