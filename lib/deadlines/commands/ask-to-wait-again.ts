import "server-only";
import { sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { applications, suspensions } from "@/db/schema";
import type { System } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { asksAgainFrom } from "@/lib/calendar/reserve-end";
import { type Day, dayOf, daysBetween } from "@/lib/dates";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";

const SWEEP: System = { kind: "system", task: "ask-to-wait-again" };
const AT_A_TIME = 100;

/**
 * Asks by letter every employer whose consent to wait runs out, from six weeks before the end of the reserve list for
 * them: once for each consent, with an event (Awb 4:15(2)(a)). May be repeated and run concurrently. Gives the number of
 * questions.
 */
export async function askToWaitAgain(): Promise<number> {
  let asked = 0;
  for (let more = AT_A_TIME; more === AT_A_TIME; asked += more)
    more = await asActor(SWEEP, (tx, now) => askSome(tx, dayOf(now)));
  return asked;
}

type Asked = { id: string; applicationId: string; organisationId: string; endsOn: Day };

async function askSome(tx: Tx, today: Day): Promise<number> {
  const daysAhead = daysBetween(asksAgainFrom(today), today);
  const { rows } = await tx.execute<Asked>(sql`
    update ${suspensions} s set asked_on = ${today}::date from (
      select w.id, reserve_ends_on(a) as ends_on from ${suspensions} w join ${applications} a on a.id = w.application_id
      where w.ground = 'wait' and w.ended_on is null and w.asked_on is null and a.state = 'reserve_list'
        and reserve_ends_on(a) between ${today}::date and ${today}::date + ${daysAhead}::integer
      order by w.id limit ${AT_A_TIME} for update of w skip locked
    ) due where s.id = due.id
    returning s.id, s.application_id as "applicationId", s.organisation_id as "organisationId",
      due.ends_on::text as "endsOn"`);
  for (const { id, applicationId, organisationId, endsOn } of rows) {
    await recordEvent(tx, SWEEP, {
      type: "suspension.ask",
      stream: `application:${applicationId}`,
      organisationId,
      applicationId,
      payload: { suspensionId: id, endsOn },
    });
    await enqueueLetter(tx, { kind: "wait_question", applicationId, about: id });
  }
  return rows.length;
}
