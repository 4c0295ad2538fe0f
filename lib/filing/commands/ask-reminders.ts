import "server-only";
import { and, gte, lte, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { windows } from "@/db/schema";
import type { System } from "@/lib/actor";
import { ZONE } from "@/lib/day";
import { reminderDue } from "@/lib/filing/reminders";
import { enqueueMail } from "@/lib/outbox/commands/enqueue";

const SWEEP: System = { kind: "system", task: "remind-drafts" };
const AT_A_TIME = 200;
const FIFTEEN_DAYS_MS = 15 * 24 * 60 * 60 * 1000;

type Due = { windowId: string; daysBefore: number; startedBefore: string };

/**
 * Requests a mail about every draft whose window closes in 14, 3 or 1 days, once for each; may be repeated and run
 * concurrently. A row per draft and reminder is written together with the job. `at` is the database's moment unless
 * given. Gives the number of requests.
 */
export async function askReminders(at?: Date): Promise<number> {
  const due = await asActor(SWEEP, (tx, now) => remindersDue(tx, at ?? now));
  let asked = 0;
  for (const reminder of due)
    for (let more = AT_A_TIME; more === AT_A_TIME; asked += more)
      more = await asActor(SWEEP, (tx) => askSome(tx, reminder));
  return asked;
}

async function remindersDue(tx: Tx, now: Date): Promise<Due[]> {
  const closing = await tx
    .select({ windowId: windows.id, closesAt: windows.closesAt })
    .from(windows)
    .where(and(gte(windows.closesAt, now), lte(windows.closesAt, new Date(now.getTime() + FIFTEEN_DAYS_MS))));
  return closing.flatMap(({ windowId, closesAt }) => {
    const due = reminderDue(closesAt, now);
    return due ? [{ windowId, ...due }] : [];
  });
}

async function askSome(tx: Tx, { windowId, daysBefore, startedBefore }: Due): Promise<number> {
  const { rows } = await tx.execute<{ application_id: string }>(sql`
    insert into draft_reminders (application_id, days_before)
    select a.id, ${daysBefore} from applications a
    where a.window_id = ${windowId} and a.state = 'draft'
      and (a.started_at at time zone ${ZONE})::date < ${startedBefore}::date
      and not exists (select from draft_reminders r where r.application_id = a.id and r.days_before = ${daysBefore})
    limit ${AT_A_TIME}
    on conflict do nothing returning application_id`);
  for (const { application_id } of rows)
    await enqueueMail(tx, { kind: "reminder", applicationId: application_id, about: String(daysBefore) });
  return rows.length;
}
