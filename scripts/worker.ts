import { PgBoss } from "pg-boss";
import { endDatabase } from "@/db/client";
import { workerConnections } from "@/db/queue";
import { tidyAnswers } from "@/lib/answers/commands/forget-answers";
import { anchorToday } from "@/lib/audit/commands/anchor";
import { foldClaims } from "@/lib/budget/commands/fold-claims";
import { refreshCase } from "@/lib/cases/commands/refresh-case";
import { scanWaiting } from "@/lib/documents/commands/scan-waiting";
import { env } from "@/lib/env";
import { askReminders } from "@/lib/filing/commands/ask-reminders";
import { mailer } from "@/lib/gateways/mail";
import { readiness } from "@/lib/health/queries/readiness";
import { publishBulk } from "@/lib/letters/commands/publish-bulk";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { deliver } from "@/lib/mail/commands/deliver";
import { endOutbox } from "@/lib/outbox/commands/enqueue";
import { bulkLettersJobSchema, LETTER_QUEUE, letterJobSchema } from "@/lib/outbox/letter-job";
import { MAIL_QUEUE, mailJobSchema } from "@/lib/outbox/mail-job";
import { REFRESH_QUEUE, refreshJobSchema } from "@/lib/outbox/refresh-job";
import { ownerProblem } from "./environment";
import { whereabouts } from "./whereabouts";
import { healthServer } from "./worker/health";
import { rounds } from "./worker/rounds";

const PATIENCE_MS = 6_000;
const TEND_EVERY_MS = 10 * 60_000;

const problem = ownerProblem(process.env);
if (problem) {
  console.error(problem);
  process.exit(1);
}

let isEnding = false;
const mail = mailer();
const boss = new PgBoss({
  ...workerConnections(env().DATABASE_APP_URL),
  migrate: false,
  schedule: false,
  reindex: false,
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
});
boss.on("error", (error) => console.error(`worker: ${error.message}`));

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void end(0));
for (const event of ["uncaughtException", "unhandledRejection"] as const)
  process.once(event, (error: unknown) => {
    console.error(`worker: ends after an error that nothing met: ${whereabouts(error)}`);
    end(1).finally(() => process.exit(1));
  });

await boss.start({ attempts: 10 });
await boss.work(MAIL_QUEUE, { pollingIntervalSeconds: 1 }, async ([job]) => {
  if (job) await deliver(mailJobSchema.parse(job.data), mail);
});
const scanning = rounds("virus scan", 15, () => scanWaiting());
const folding = rounds("what is asked", 60, () => foldClaims());
await boss.work(LETTER_QUEUE, { pollingIntervalSeconds: 1 }, async ([job]) => {
  const bulk = bulkLettersJobSchema.safeParse(job?.data);
  if (bulk.success) await publishBulk(bulk.data);
  else if (job) await publishLetter(letterJobSchema.parse(job.data));
});
void tend();
const tending = setInterval(() => void tend(), TEND_EVERY_MS);
await boss.work(REFRESH_QUEUE, { pollingIntervalSeconds: 2 }, async ([job]) => {
  if (job) await refreshCase(refreshJobSchema.parse(job.data));
});
const { WORKER_HEALTH_PORT } = env();
const closeHealth = WORKER_HEALTH_PORT
  ? healthServer(WORKER_HEALTH_PORT, async () => !isEnding && Object.values(await readiness()).every(Boolean))
  : () => {};
console.log("The worker is ready.");

/** What has to be done from time to time; each part can be done twice, or by two workers at once, without harm. */
async function tend(): Promise<void> {
  for (const task of [askReminders, tidyAnswers, anchorToday])
    await task().catch((error: Error) => console.error(`worker: ${error.message}`));
}

/** Not ready first; then what runs is finished, for as long as pg-boss waits. */
async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await Promise.all([scanning.stop(), folding.stop()]);
  clearInterval(tending);
  await boss.stop({ timeout: PATIENCE_MS });
  mail.close();
  closeHealth();
  await endOutbox();
  await endDatabase();
  process.exit(code);
}
