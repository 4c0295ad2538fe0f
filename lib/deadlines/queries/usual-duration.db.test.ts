import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aCaseToComplete, aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { anEmployer, aStaffMember, theBudget } from "@/db/testing/factories";
import { dayOf, yearOf } from "@/lib/dates";
import { ZONE } from "@/lib/day";
import { decide } from "@/lib/decisions/commands/decide";
import { usualDuration } from "./usual-duration";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
await theBudget(sql, yearOf(dayOf(clock?.now ?? new Date(0))));

/**
 * So many applications decided today, like this one but filed 1, 2, 3, … times `step` days ago, each by another
 * employer.
 */
const manyLike = (applicationId: string, count: number, step: number) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`create temp table copies on commit drop as select n, uuidv7() as id, uuidv7() as organisation from generate_series(1, ${count}::int) n`;
    await tx`insert into applications select (jsonb_populate_record(a, jsonb_build_object('id', c.id, 'organisation_id', c.organisation,
        'reference', 'T-' || c.id, 'case_number', a.case_number + 1000 + c.n, 'submitted_at', (now() at time zone ${ZONE} - ${step}::int * c.n * interval '1 day') at time zone ${ZONE}))).*
      from applications a cross join copies c where a.id = ${applicationId}`;
    await tx`insert into decisions select (jsonb_populate_record(d, jsonb_build_object('id', uuidv7(), 'application_id', c.id, 'proposal_id', uuidv7()))).*
      from decisions d cross join copies c where d.application_id = ${applicationId}`;
    return (await tx<{ id: string; n: number }[]>`select id, n from copies order by n`).map(({ id }) => id);
  });

const usual = async () => asActor(await anEmployer(sql), (tx) => usualDuration(tx, "werkgeverssubsidie"));

test("the duration is unknown for nineteen, and for twenty it is that of nine in ten, without suspensions", async () => {
  const it = await aProposedCase(sql);
  expect((await decide(await aStaffMember(sql, ["decider"]), it)).ok).toBe(true);
  const ids = await manyLike(it.applicationId, 18, 7);
  expect(await usual()).toBeUndefined();
  const other = await aProposedCase(sql, { scheme: "startbaan" });
  expect((await decide(await aStaffMember(sql, ["decider"]), other)).ok).toBe(true);
  expect(await usual()).toBeUndefined();
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set submitted_at = now() - interval '400 days' where id = ${other.applicationId}`;
  });

  const last = await aProposedCase(sql);
  expect((await decide(await aStaffMember(sql, ["decider"]), last)).ok).toBe(true);
  // 0, 0, 7, 14, … 126 days: the eighteenth of twenty is 112.
  expect(await usual()).toEqual({ cases: 20, days: 112 });

  const asked = await aCaseToComplete(sql);
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const id of ids.slice(-3))
      await tx`insert into completion_requests (application_id, organisation_id, application_version, items, asked_by, asked_on, due_on,
          rank_day, ended_on, "end")
        select ${id}, organisation_id, 4, items, asked_by, asked_on - 60, due_on - 60, rank_day, asked_on - 31, 'completed'
        from completion_requests where application_id = ${asked.applicationId}`;
  });
  // The last three were suspended for 28 days: 84, 91 and 98 days remain.
  expect(await usual()).toEqual({ cases: 20, days: 98 });
});
