import { PgBoss } from "pg-boss";
import * as z from "zod";
import { endDatabase } from "@/db/client";
import { workerConnections } from "@/db/queue";
import { tidyAnswers } from "@/lib/answers/commands/forget-answers";
import { anchorToday } from "@/lib/audit/commands/anchor";
import { sendHeads } from "@/lib/audit/commands/send-heads";
import { foldClaims } from "@/lib/budget/commands/fold-claims";
import { refreshCase } from "@/lib/cases/commands/refresh-case";
import { askToWaitAgain } from "@/lib/deadlines/commands/ask-to-wait-again";
import { scanWaiting } from "@/lib/documents/commands/scan-waiting";
import { env } from "@/lib/env";
import { askReminders } from "@/lib/filing/commands/ask-reminders";
import { mailer } from "@/lib/gateways/mail";
import { readiness } from "@/lib/health/queries/readiness";
import { publishBulk } from "@/lib/letters/commands/publish-bulk";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { logFailure } from "@/lib/log";
import { deliver } from "@/lib/mail/commands/deliver";
import { endOutbox } from "@/lib/outbox/commands/enqueue";
import { bulkLettersJobSchema, LETTER_QUEUE, letterJobSchema } from "@/lib/outbox/letter-job";
import { MAIL_QUEUE, mailJobSchema } from "@/lib/outbox/mail-job";
import { REFRESH_QUEUE, refreshJobSchema } from "@/lib/outbox/refresh-job";
import { SCHEDULED, type Scheduled } from "@/lib/outbox/schedule";
import { destroyNumbers } from "@/lib/person-checks/commands/destroy-numbers";
import { ownerProblem } from "./environment";
import { healthServer } from "./worker/health";
import { take, takeScheduled } from "./worker/take";

const PATIENCE_MS = 6_000;

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
  reindex: false,
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
});
boss.on("error", (error) => logFailure("worker", error));

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void end(0));
for (const event of ["uncaughtException", "unhandledRejection"] as const)
  process.once(event, (error: unknown) => {
    logFailure("worker: ends after an error that nothing met", error);
    end(1).finally(() => process.exit(1));
  });

await boss.start({ attempts: 10 });
await take(boss, MAIL_QUEUE, { atOnce: 8, everySeconds: 1 }, mailJobSchema, (job) => deliver(job, mail));
await take(
  boss,
  LETTER_QUEUE,
  { atOnce: 2, everySeconds: 1 },
  z.union([letterJobSchema, bulkLettersJobSchema]),
  (job) => ("bulkId" in job ? publishBulk(job) : publishLetter(job)),
);
await take(boss, REFRESH_QUEUE, { atOnce: 2, everySeconds: 2 }, refreshJobSchema, refreshCase);
const byClock: Record<Scheduled, () => Promise<unknown>> = {
  "scan-documents": () => scanWaiting(),
  "fold-claims": foldClaims,
  "draft-reminders": () => askReminders(),
  "wait-questions": askToWaitAgain,
  "tidy-answers": tidyAnswers,
  "destroy-numbers": destroyNumbers,
  "daily-anchor": anchorToday,
  "send-heads": () => sendHeads(),
};
for (const name of SCHEDULED) await takeScheduled(boss, name, byClock[name]);
const { WORKER_HEALTH_PORT } = env();
const closeHealth = WORKER_HEALTH_PORT
  ? healthServer(WORKER_HEALTH_PORT, async () => !isEnding && Object.values(await readiness()).every(Boolean))
  : () => {};
console.log("The worker is ready.");

/** Reports not ready first; then running jobs are finished, for as long as pg-boss waits. */
async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await boss.stop({ timeout: PATIENCE_MS });
  mail.close();
  closeHealth();
  await endOutbox();
  await endDatabase();
  process.exit(code);
}
