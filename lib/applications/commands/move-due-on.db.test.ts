import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aCaseInReview } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aWindow } from "@/db/testing/factories";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { decisionDeadline } from "@/lib/calendar/terms";
import { addDays, dayOf } from "@/lib/dates";
import { asReceived } from "@/lib/letters/queries/as-received";
import { tellReceipt } from "@/lib/mail/queries/tell-receipt";
import { listApplications } from "@/lib/screens/queries/list-applications";
import { readCase } from "@/lib/screens/queries/read-case";
import { readStatus } from "@/lib/screens/queries/read-status";
import { publicStatus } from "@/lib/status/queries/public-status";
import { type Milestone, timelineOf } from "@/lib/timeline/timeline";
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

test("wherever an employer reads by when it is decided, it is that day; a receipt keeps the day that it said", async () => {
  const it = await aCase();
  const { actor, applicationId } = it;
  const days = async () => {
    const status = await readStatus(actor, applicationId);
    const listed = (await listApplications(actor)).find(({ id }) => id === applicationId);
    const open = await publicStatus(applicationId);
    const by = (steps: readonly Milestone[] = []) => steps.find(({ key }) => key === "decision")?.by;
    return [
      ...[status?.dueOn, status && by(timelineOf(status.course)), listed?.dueOn, by(open?.milestones)],
      (await readCase(it.reviewer, applicationId))?.dueOn,
    ];
  };
  const received = async () => (await asReceived(actor, applicationId))?.received.dueOn;
  const told = async () =>
    asActor({ kind: "system", task: "mail" }, (tx) =>
      tellReceipt(tx, { kind: "receipt", applicationId, about: "2" }),
    );
  expect(new Set(await days())).toEqual(new Set([it.dueOn]));
  expect(await received()).toBe(it.dueOn);
  expect((await told())?.facts.values).toMatchObject({ dueOn: it.dueOn });

  const moved = addDays(it.dueOn, 9);
  await asActor(it.reviewer, (tx) =>
    tx.execute(`update applications set due_on = '${moved}' where id = '${applicationId}'`),
  );
  expect(new Set(await days())).toEqual(new Set([moved]));
  expect(await received()).toBe(it.dueOn);
});

test("a short term that ends on a weekend or holiday is longer on the receipt as well", async () => {
  const windowId = await aWindow(sql, { decisionWeeks: 8, closesAt: new Date("2127-11-08T12:00:00Z") });
  const it = await aCaseInReview(sql, { windowId });
  const received = (await asReceived(it.actor, it.applicationId))?.received.dueOn;
  const [row] = await sql`select due_on::text as due from applications where id = ${it.applicationId}`;
  expect(received).toBe(row?.due);
  expect(new Date(`${received}T12:00:00Z`).getUTCDay() % 6).not.toBe(0);
});
