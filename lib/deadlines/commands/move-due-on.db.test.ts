import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aCaseInReview } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { addDays, dayOf } from "@/lib/dates";
import { decisionDeadline } from "@/lib/deadlines/terms";
import { moveDueOn } from "./move-due-on";

const { sql } = await testDatabase();

async function aCase() {
  const inReview = await aCaseInReview(sql);
  const [row] = await sql<{ due: string; closes: Date; weeks: number }[]>`
    select a.due_on::text as due, w.closes_at as closes, w.decision_weeks as weeks
    from applications a join windows w on w.id = a.window_id where a.id = ${inReview.applicationId}`;
  if (!row) throw new Error("no application");
  return { ...inReview, dueOn: row.due, windowClosesOn: dayOf(row.closes), weeks: row.weeks };
}

test("a filed application has the last day that the engine gives", async () => {
  const it = await aCase();
  expect(it.dueOn).toBe(decisionDeadline(it));
});

test("it moves by the days on which the term stood still, and stays there when it is asked again", async () => {
  const it = await aCase();
  const askedOn = addDays(it.windowClosesOn, 10);
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into completion_requests (application_id, organisation_id, application_version, items, due_on, asked_by, asked_on, ended_on, "end")
      values (${it.applicationId}, ${it.actor.organisationId}, 4, ${tx.json([{}])}, ${addDays(askedOn, 14)}, ${it.reviewer.personId},
        ${askedOn}, ${addDays(askedOn, 5)}, 'completed')`;
  });
  const move = () =>
    asActor(it.reviewer, async (tx) =>
      moveDueOn(tx, await lockApplication(tx, it.applicationId), addDays(askedOn, 30)),
    );
  expect(await move()).toBe(addDays(it.dueOn, 4));
  expect(await move()).toBe(addDays(it.dueOn, 4));
  const [row] = await sql`select due_on::text as due from applications where id = ${it.applicationId}`;
  expect(row?.due).toBe(addDays(it.dueOn, 4));
});
