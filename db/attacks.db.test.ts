import { randomUUID } from "node:crypto";
import { sql as raw, type SQL } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { asActor } from "@/db/client";
import { workerDatabaseUrl } from "@/db/queue";
import { aCaseInReview, aCaseToComplete, aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, anEmployer, aStaffMember, aWindow } from "@/db/testing/factories";
import type { Actor, Employer, Staff } from "@/lib/actor";
import { violatedConstraint } from "@/lib/errors";

const { sql, appUrl } = await testDatabase();
const DENIED = "42501";

type Case = Awaited<ReturnType<typeof aFiledApplication>>;
let filed: Case;
let stranger: Case;
let draft: Awaited<ReturnType<typeof aCompleteDraft>>;

beforeAll(async () => {
  filed = await aFiledApplication(sql);
  stranger = await aFiledApplication(sql);
  draft = await aCompleteDraft(sql);
});

/** The answer of the database to statements in one transaction of the web process: a constraint, or its error code. */
async function answerTo(actor: Actor, ...statements: SQL[]): Promise<string> {
  try {
    const counts = await asActor(actor, async (tx) => {
      const found: number[] = [];
      for (const statement of statements) found.push((await tx.execute(statement)).rowCount ?? 0);
      return found;
    });
    return `done: ${counts.join(", ")}`;
  } catch (error) {
    return violatedConstraint(error) ?? codeOf(error);
  }
}

function codeOf(error: unknown): string {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as { code?: unknown };
    if (typeof code === "string") return code;
  }
  throw error;
}

const change = (id: string, set: string) =>
  raw`update applications set ${raw.raw(set)} where id = ${id}::uuid`;

type Event = { stream: string; applicationId?: string; version?: number };

const event = (actor: Employer | Staff, { stream, applicationId, version }: Event) => raw`
  insert into events (stream, number, type, at, actor_kind, person_id, organisation_id, application_id, application_version,
    payload, previous_hash, hash)
  values (${stream}, 0, 'application.attack', now(), ${actor.kind}, ${actor.personId}::uuid,
    ${"organisationId" in actor ? actor.organisationId : null}::uuid, ${applicationId ?? null}::uuid, ${version ?? null}::int,
    '{}', '', '')`;

describe("an employer's session", () => {
  test.each([
    ["awards itself money", "awarded_cents = 1", "applications_award_decided"],
    ["says who handles its case", `assignee_id = '${randomUUID()}'`, "applications_assigned_by_staff"],
    ["moves the last day to decide", "due_on = '2099-01-01'", DENIED],
    ["moves its rank day", "rank_day = '2020-01-01'", DENIED],
    ["moves the moment of filing", "submitted_at = '2020-01-01'", DENIED],
    ["moves to another window", "window_id = 'x'", DENIED],
    ["changes what was filed", "answers = 'x'", "applications_filed_unchanged"],
    ["grants its application", "state = 'granted', version = version + 1", "applications_allowed_move"],
  ])("is refused when it %s", async (_what, set, answer) =>
    expect(await answerTo(filed.actor, change(filed.applicationId, set))).toBe(answer),
  );

  test("is refused when it inserts an application that is granted already", async () => {
    const windowId = await aWindow(sql);
    const start = (state: string, cents: number | null) => raw`
      insert into applications (organisation_id, window_id, scheme, year, rules_version, state, answers, reference, case_number,
        submitted_at, rank_day, requested_cents, awarded_cents, started_by)
      select organisation_id, ${windowId}, scheme, year, rules_version, ${state}::state, answers, 'W-1', 999, now(), now(), ${cents}::bigint,
        ${cents}::bigint, started_by from applications where id = ${filed.applicationId}::uuid`;
    expect(await answerTo(filed.actor, start("granted", 100))).toBe("applications_start_as_draft");
    expect(await answerTo(filed.actor, start("draft", null))).toBe("applications_start_as_draft");
  });

  test("is refused when a temporary table of moves allows every move", async () => {
    const { actor, applicationId } = draft;
    const answer = await answerTo(
      actor,
      raw`create temporary table moves (like public.moves)`,
      raw`insert into pg_temp.moves values ('grant', 'draft', 'granted', 'employer')`,
      raw`update applications set state = 'granted', version = version + 1, reference = 'WS-1', case_number = 998, requested_cents = 5
        where id = ${applicationId}::uuid`,
      event(actor, { stream: `application:${applicationId}`, applicationId, version: 2 }),
    );
    expect(answer).toBe("applications_allowed_move");
  });

  test("writes events in its own streams only", async () => {
    const { actor, applicationId } = filed;
    const own = `application:${applicationId}`;
    const others = `application:${stranger.applicationId}`;
    expect(await answerTo(actor, event(actor, { stream: own, applicationId }))).toBe("done: 1");
    expect(await answerTo(actor, event(actor, { stream: `person:${actor.personId}` }))).toBe("done: 1");
    for (const attempt of [
      { stream: others, applicationId },
      { stream: others, applicationId: stranger.applicationId },
      { stream: own, applicationId: stranger.applicationId },
      { stream: own },
      { stream: `person:${stranger.actor.personId}` },
      { stream: "anchors" },
      { stream: "anchors", applicationId },
    ])
      expect(await answerTo(actor, event(actor, attempt)), JSON.stringify(attempt)).toBe("events_own_stream");
  });

  test("does not end a request to complete or change its days", async () => {
    const { actor, requestId } = await aCaseToComplete(sql);
    for (const set of ["ended_on = now(), \"end\" = 'completed'", "due_on = due_on + 30", "items = '[{}]'"])
      expect(
        await answerTo(
          actor,
          raw`update completion_requests set ${raw.raw(set)} where id = ${requestId}::uuid`,
        ),
        set,
      ).toBe(DENIED);
  });

  test.each([
    [
      "a trajectory",
      raw`trajectories (application_id, number, organisation_id, scheme, track, person_key, requested_cents)`,
      raw`9, o, 'werkgeverssubsidie', 'general', 'x', 0`,
    ],
    [
      "a company of its group",
      raw`undertakings (application_id, key, organisation_id, is_own)`,
      raw`'x', o, true`,
    ],
    [
      "a replaced answer",
      raw`answer_versions (application_id, answers_version, organisation_id, answers, rank_day, requested_cents)`,
      raw`9, o, 'x', now(), 0`,
    ],
    [
      "a question",
      raw`questions (application_id, id, organisation_id, side, person_id, words)`,
      raw`uuidv7(), o, 'employer', p, 'x'`,
    ],
    [
      "a contact",
      raw`contact_changes (application_id, organisation_id, contacts, changed_by)`,
      raw`o, 'x', p`,
    ],
    [
      "a declaration",
      raw`agreed_declarations (application_id, answers_version, name, organisation_id, text_version, text_hash, person_id)`,
      raw`9, 'x', o, 'x', 'x', p`,
    ],
  ])("does not put %s into an application of another", async (_what, into, values) => {
    const { actor } = filed;
    const answer = await answerTo(
      actor,
      raw`insert into ${into} select ${stranger.applicationId}::uuid, ${values}
        from (select ${actor.organisationId}::uuid as o, ${actor.personId}::uuid as p) me`,
    );
    expect([DENIED, "undertakings_as_filed"]).toContain(answer);
  });
});

describe("an official's session", () => {
  test("awards nothing without a decision", async () => {
    const { reviewer, applicationId } = await aProposedCase(sql);
    const decider = await aStaffMember(sql, ["decider"]);
    for (const actor of [reviewer, decider])
      expect(await answerTo(actor, change(applicationId, "awarded_cents = 1"))).toBe(
        "applications_award_decided",
      );
  });

  test("does not move the last day to decide", async () => {
    const { reviewer, applicationId } = await aProposedCase(sql);
    expect(await answerTo(reviewer, change(applicationId, "due_on = '2099-01-01'"))).toBe(DENIED);
  });

  test("suspends no term in another person's name, and does not end one before it starts", async () => {
    const it = await aCaseInReview(sql);
    const stop = (by: string, ground = "consent") => raw`
      insert into suspensions (application_id, organisation_id, ground, reason, resumes_on, started_by)
      values (${it.applicationId}::uuid, ${it.actor.organisationId}::uuid, ${ground}, 'x', legal_today() + 9, ${by}::uuid)`;
    expect(await answerTo(it.actor, stop(it.actor.personId))).toBe(DENIED);
    expect(await answerTo(it.reviewer, stop(it.actor.personId))).toBe(DENIED);
    expect(await answerTo(it.reviewer, stop(it.reviewer.personId, "wait"))).toBe(
      "suspensions_of_running_term",
    );
    expect(await answerTo(it.actor, stop(it.actor.personId, "wait"))).toBe("suspensions_of_running_term");
    expect(await answerTo(it.reviewer, stop(it.reviewer.personId))).toBe("done: 1");
    const end = (set: string) =>
      raw`update suspensions set ${raw.raw(set)} where application_id = ${it.applicationId}::uuid`;
    expect(await answerTo(it.reviewer, end("resumes_on = legal_today() + 90"))).toBe(DENIED);
    const ends = end(`ended_on = legal_today() + 8, ended_by = '${it.reviewer.personId}'`);
    expect(await answerTo(it.reviewer, ends, ends)).toBe("suspensions_end_once");
  });

  test("writes neither ceilings nor the ledger of another", async () => {
    const holder = await aStaffMember(sql, ["budget_holder"]);
    expect(await answerTo(holder, raw`update ceilings set ceiling_cents = 0`)).toBe(DENIED);
    expect(await answerTo(holder, raw`delete from ledger_entries`)).toBe(DENIED);
  });
});

describe("the role of the web process", () => {
  test.each([
    ["become the role that owns the functions", raw`set role portal_engine`],
    ["become the owner", raw`set role portal_owner`],
    ["make a function", raw`create function public.mine() returns int language sql return 1`],
    ["make a table", raw`create table public.mine ()`],
    [
      "replace a function",
      raw`create or replace function portal_now() returns timestamptz language sql return now()`,
    ],
    ["switch a trigger off", raw`alter table events disable trigger all`],
    ["switch triggers off", raw`set local session_replication_role = replica`],
    ["drop a policy", raw`drop policy employer_own on applications`],
    ["place a message", raw`select place_message(uuidv7(), 'decision', 'x')`],
    ["count claims anew", raw`select recount_claims()`],
  ])("cannot %s", async (_what, statement) => {
    const employer = await anEmployer(sql);
    expect(await answerTo(employer, statement)).toBe(DENIED);
  });

  test("makes no temporary table in the migrated database", async () => {
    const database = new URL(inject("templateUrl")).pathname.slice(1);
    const [may] = await sql`select has_database_privilege('portal_app', ${database}, 'temporary') as app,
      has_database_privilege('portal_worker', ${database}, 'temporary') as worker,
      has_database_privilege('portal_owner', ${database}, 'temporary') as owner`;
    expect(may).toEqual({ app: false, worker: false, owner: true });
  });
});

describe("the role of the worker", () => {
  test("reads and writes no table of the portal, and calls none of its functions", async () => {
    const rows = await sql<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and has_any_column_privilege('portal_worker', oid, 'select, insert, update')
      union all
      select p.oid::regprocedure::text from pg_proc p where pronamespace = 'public'::regnamespace
        and has_function_privilege('portal_worker', p.oid, 'execute') and not exists (
          select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`;
    expect(rows.map(({ name }) => name)).toEqual([]);
  });

  test("gets an error when it tries", async () => {
    const worker = postgres(workerDatabaseUrl(appUrl), { max: 1, onnotice: () => {} });
    try {
      await expect(worker`select count(*) from pgboss.job_common`).resolves.toHaveLength(1);
      for (const attempt of ["select * from applications", "select portal_now()", "set role portal_engine"])
        await expect(worker.unsafe(attempt), attempt).rejects.toMatchObject({ code: DENIED });
    } finally {
      await worker.end();
    }
  });
});
