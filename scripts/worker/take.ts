import type { PgBoss } from "pg-boss";
import type * as z from "zod";
import { lineOf, logFailure } from "@/lib/log";
import type { Scheduled } from "@/lib/outbox/schedule";

type Pace = {
  /** Jobs that run at the same time. */
  atOnce: number;
  everySeconds: number;
};

/**
 * Runs the jobs of one queue, each independently: one that fails is tried again and delays no other. The job keeps the
 * line that is logged of its failure.
 */
export async function take<T>(
  boss: Pick<PgBoss, "work">,
  queue: string,
  { atOnce, everySeconds }: Pace,
  schema: z.ZodType<T>,
  work: (job: T) => Promise<unknown>,
): Promise<void> {
  const pace = { batchSize: atOnce, burstWhenBatchFull: true, pollingIntervalSeconds: everySeconds };
  await boss.work(queue, { ...pace, perJobResults: true }, (jobs) =>
    Promise.all(
      jobs.map(async ({ id, data }) => {
        try {
          await work(schema.parse(data));
          return { id, status: "completed" as const };
        } catch (error) {
          logFailure(`worker: ${queue}`, error);
          return { id, status: "failed" as const, output: { failure: lineOf(error) } };
        }
      }),
    ),
  );
}

/** Runs scheduled work, in whichever worker gets it, and once more when this one starts. */
export async function takeScheduled(
  boss: PgBoss,
  name: Scheduled,
  work: () => Promise<unknown>,
): Promise<void> {
  await boss.work(name, { pollingIntervalSeconds: 5, perJobResults: true }, async (jobs) => {
    try {
      await work();
      return jobs.map(({ id }) => ({ id, status: "completed" as const }));
    } catch (error) {
      logFailure(`worker: ${name}`, error);
      return jobs.map(({ id }) => ({ id, status: "failed" as const, output: { failure: lineOf(error) } }));
    }
  });
  await boss.send(name);
}
