import fc from "fast-check";
import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aCaseInReview, aCaseToComplete, sinceDaysAgo } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aWindow } from "@/db/testing/factories";
import { suspensionOf } from "@/lib/calendar/suspension";
import { decisionDeadline, termStart } from "@/lib/calendar/terms";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { asReceived } from "@/lib/letters/queries/as-received";
import { tellReceipt } from "@/lib/mail/queries/tell-receipt";
import { listApplications } from "@/lib/screens/queries/list-applications";
import { readCase } from "@/lib/screens/queries/read-case";
import { readStatus } from "@/lib/screens/queries/read-status";
import { publicStatus } from "@/lib/status/queries/public-status";
import { type Milestone, timelineOf } from "@/lib/timeline/timeline";
import { TERM_FROMS } from "@/lib/vocabulary/term-from";

const { sql } = await testDatabase();

async function aCase() {
  const inReview = await aCaseInReview(sql);
  const [row] = await sql<{ due: string; closes: Date; weeks: number }[]>`
    select a.due_on::text as due, w.closes_at as closes, w.decision_weeks as weeks
    from applications a join windows w on w.id = a.window_id where a.id = ${inReview.applicationId}`;
  if (!row) throw new Error("no application");
  return { ...inReview, dueOn: row.due, from: dayOf(row.closes), weeks: row.weeks };
}

test("a filed application has the last day that TypeScript computes", async () => {
  const it = await aCase();
  expect(it.dueOn).toBe(decisionDeadline(it));
});

test("the last day moves when a request to complete is sent, and again when the employer answers", async () => {
  const it = await aCaseToComplete(sql);
  const dueOn = async () =>
    (
      await sql<{ due: Day }[]>`select due_on::text as due from applications where id = ${it.applicationId}`
    )[0]?.due;
  const [asked] = await sql<{ asked: Day; until: Day; closes: Date; weeks: number }[]>`
    select r.asked_on::text as asked, r.due_on::text as until, w.closes_at as closes, w.decision_weeks as weeks
    from completion_requests r join applications a on a.id = r.application_id join windows w on w.id = a.window_id
    where r.id = ${it.requestId}`;
  if (!asked) throw new Error("nothing was asked");
  const term = { from: dayOf(asked.closes), weeks: asked.weeks };
  const suspensions = [{ invitedOn: asked.asked, endedOn: asked.until }];
  expect(await dueOn()).toBe(decisionDeadline({ ...term, suspensions }));
  await sinceDaysAgo(sql, it.applicationId, 100);
  expect(await lapseCompletion(it.reviewer, it)).toMatchObject({ ok: true });
  expect(await dueOn()).toBe(decisionDeadline(term));
});

const WEEKS = [6, 8, 12, 13, 22];
const pauses = fc.array(
  fc.record({
    asked: fc.integer({ min: -40, max: 150 }),
    given: fc.integer({ min: 1, max: 40 }),
    ended: fc.option(fc.integer({ min: 0, max: 50 }), { freq: 4 }),
  }),
  { maxLength: 4 },
);
const windows = fc.record({
  weeks: fc.constantFrom(...WEEKS),
  termFrom: fc.constantFrom(...TERM_FROMS),
  completeAfter: fc.integer({ min: 0, max: 40 }),
  closesAfter: fc.integer({ min: 0, max: 90 }),
});

type Pause = { askedOn: Day; dueOn: Day; endedOn: Day | null };
const daysOf = (drawn: typeof pauses extends fc.Arbitrary<infer T> ? T : never, from: Day): Pause[] =>
  drawn.map(({ asked, given, ended }, index) => {
    const askedOn = addDays(from, asked);
    const dueOn = addDays(askedOn, given);
    const endedOn = ended === null && index === 0 ? null : addDays(askedOn, Math.min(given, ended ?? 0));
    return { askedOn, dueOn, endedOn };
  });

test("the database and TypeScript compute the same last day, whatever suspends the term", async () => {
  const it = await aCase();
  const receivedOn = dayOf(
    (await sql<{ at: Date }[]>`select submitted_at as at from applications where id = ${it.applicationId}`)[0]
      ?.at ?? new Date(0),
  );
  await fc.assert(
    fc.asyncProperty(pauses, pauses, windows, async (asked, recorded, { weeks, termFrom, ...after }) => {
      const requests = daysOf(asked, receivedOn);
      const suspended = daysOf(recorded, receivedOn);
      const rankDay = addDays(receivedOn, after.completeAfter);
      const closesOn = addDays(receivedOn, after.closesAfter);
      const [row] = await sql.begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        await tx`update windows set decision_weeks = ${weeks}, term_from = ${termFrom},
          closes_at = ${new Date(`${closesOn}T10:00:00Z`)} where id = ${it.windowId}`;
        await tx`update applications set rank_day = ${rankDay} where id = ${it.applicationId}`;
        await tx`delete from completion_requests where application_id = ${it.applicationId}`;
        await tx`delete from suspensions where application_id = ${it.applicationId}`;
        for (const { askedOn, dueOn, endedOn } of suspended)
          await tx`insert into suspensions (application_id, organisation_id, ground, reason, started_by, started_on,
              resumes_on, ended_on, ended_by)
            values (${it.applicationId}, ${it.actor.organisationId}, 'consent', 'x', ${it.reviewer.personId},
              ${askedOn}, ${dueOn}, ${endedOn}, ${endedOn && it.reviewer.personId})`;
        for (const [index, { askedOn, dueOn, endedOn }] of requests.entries())
          await tx`insert into completion_requests (application_id, organisation_id, application_version, items, asked_by,
              asked_on, due_on, rank_day, ended_on, "end")
            values (${it.applicationId}, ${it.actor.organisationId}, ${100 + index}, ${tx.json([{}])}, ${it.reviewer.personId},
              ${askedOn}, ${dueOn}, ${askedOn}, ${endedOn}, ${endedOn && "completed"})`;
        return tx<{ day: Day }[]>`select last_day_to_decide(a)::text as day from applications a
          where a.id = ${it.applicationId}`;
      });
      const suspensions = [...requests, ...suspended].map((pause) => suspensionOf(pause, pause.dueOn));
      const from = termStart(termFrom, { receivedOn, rankDay, closesOn });
      expect(row?.day).toBe(decisionDeadline({ from, weeks, suspensions }));
    }),
    { numRuns: 150 },
  );
});

test("every page of an employer shows that last day; a receipt keeps the day that it said", async () => {
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
  await sql`update applications set due_on = ${moved} where id = ${applicationId}`;
  expect(new Set(await days())).toEqual(new Set([moved]));
  expect(await received()).toBe(it.dueOn);
});

test("a short term that ends on a weekend or holiday is longer on the receipt too", async () => {
  const windowId = await aWindow(sql, { decisionWeeks: 8, closesAt: new Date("2127-11-08T12:00:00Z") });
  const it = await aCaseInReview(sql, { windowId });
  const received = (await asReceived(it.actor, it.applicationId))?.received.dueOn;
  const [row] = await sql`select due_on::text as due from applications where id = ${it.applicationId}`;
  expect(received).toBe(row?.due);
  expect(new Date(`${received}T12:00:00Z`).getUTCDay() % 6).not.toBe(0);
});
