import type { PgBoss } from "pg-boss";
import type * as z from "zod";
import type { Scheduled } from "@/lib/outbox/schedule";
import { whereabouts } from "../whereabouts";

type Pace = {
  /** Jobs that run at the same time. */
  atOnce: number;
  everySeconds: number;
};

/** Runs the jobs of one queue, each independently: one that fails is tried again and delays no other. */
export async function take<T>(
  boss: PgBoss,
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
          const place = whereabouts(error);
          console.error(`worker: ${queue}: ${place}`);
          return { id, status: "failed" as const, output: { place } };
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
  await boss.work(name, { pollingIntervalSeconds: 5 }, async () => {
    await work();
  });
  await boss.send(name);
}
