import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { intend, tellLowering } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember, theBudget } from "@/db/testing/factories";
import { broken } from "@/db/testing/invariants";
import type { Staff } from "@/lib/actor";
import { completeApplication } from "@/lib/completion/commands/complete-application";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { requestCompletion } from "@/lib/completion/commands/request-completion";
import { saveReply } from "@/lib/completion/commands/save-answer";
import { writeRequest } from "@/lib/completion/commands/write-request";
import { usualDeadline } from "@/lib/completion/request";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { callUp } from "./commands/call-up";
import { confirmRevision } from "./commands/confirm-revision";
import { decide } from "./commands/decide";
import { dropLowering, lapseLowering } from "./commands/end-lowering";
import { grantInPart } from "./commands/grant-in-part";
import { lapseResponse } from "./commands/lapse-response";
import { propose } from "./commands/propose";
import { proposeNotTreating } from "./commands/propose-not-treating";
import { proposeRevision } from "./commands/propose-revision";
import { rejectRevision } from "./commands/reject-revision";
import { reserve } from "./commands/reserve";
import { respond } from "./commands/respond";
import { returnProposal } from "./commands/return-proposal";
import { takeUp } from "./commands/take-up";
import type { Revision } from "./revision";
import {
  firstInRank,
  type ModelCase,
  obstacleTo,
  RULES,
  type Step,
  sensibleFor,
  type World,
} from "./testing/reference-model";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
const YEAR = yearOf(TODAY);
const IN_TWO_WEEKS = usualDeadline(TODAY);
const WHY = "Het plan is te mager.";
let officials: Staff[];

type Filed = Awaited<ReturnType<typeof aFiledApplication>>;
type Case = ModelCase & { filed: Filed };
type Answer = { ok: boolean; refusal?: { reason: string } };
type Command = (actor: Staff, it: Case, seen: { applicationId: string; version: number }) => Promise<Answer>;

const proposing =
  (granted: readonly number[]): Command =>
  (actor, _, seen) =>
    propose(actor, {
      ...{ ...seen, granted: [...granted] },
      ...(granted.length < 2
        ? { grounds: ["conditions"], explanation: WHY }
        : { grounds: [], explanation: "" }),
    });
const revising =
  (revision: Revision, keep: number[], askedOn?: Day): Command =>
  (actor, _, { applicationId }) =>
    proposeRevision(actor, { applicationId, revision, keep, explanation: WHY, askedOn });
const telling =
  (keep: number[]): Command =>
  (actor, _, seen) =>
    tellLowering(actor, {
      ...{ ...seen, keep, untilOn: IN_TWO_WEEKS },
      ...{ grounds: ["activities_not_done"], explanation: WHY },
    });

/**
 * Asks a question about the place of work, which does not move the rank day; the employer answers with an explanation.
 */
const ask: Command = async (actor, _, seen) => {
  const items = [{ key: "company.city", listed: false, words: "Waar is het werk precies?" }];
  const written = await writeRequest(actor, { ...seen, items, dueOn: IN_TWO_WEEKS });
  return written.ok ? requestCompletion(actor, { ...seen, ...written.value }) : written;
};

const complete: Command = async (_, { filed: { actor, applicationId } }) => {
  const [request] = await sql<{ id: string }[]>`
    select id from completion_requests where application_id = ${applicationId} order by application_version desc limit 1`;
  const key = "company.city";
  const kept = await saveReply(actor, { applicationId, key, words: "In de winkel aan de Markt." });
  if (!kept.ok) return kept;
  return completeApplication(actor, { applicationId, requestId: request?.id ?? "", revision: 1 });
};

/** The open revision on screen. */
async function onScreen(seen: { applicationId: string; version: number }) {
  const [row] = await sql<
    { id: string }[]
  >`select id from proposals where application_id = ${seen.applicationId}
    order by application_version desc, returned_at nulls first limit 1`;
  return { ...seen, proposalId: row?.id ?? crypto.randomUUID() };
}

const COMMANDS: Record<Step, Command> = {
  takeUp: (actor, _, seen) => takeUp(actor, seen),
  propose: proposing([1, 2]),
  proposeOne: proposing([1]),
  proposeNone: proposing([]),
  notTreat: (actor, _, seen) => proposeNotTreating(actor, { ...seen, missing: WHY }),
  ask,
  complete,
  intend: (actor, _, seen) =>
    intend(actor, { ...seen, grounds: ["conditions"], explanation: WHY, untilOn: IN_TWO_WEEKS }),
  respond: (_, { filed }) =>
    respond(filed.actor, { applicationId: filed.applicationId, response: `Nee, ${crypto.randomUUID()}.` }),
  lapse: async (actor, _, seen) => {
    const lapsed = await lapseCompletion(actor, seen);
    const gone = lapsed.ok ? lapsed : await lapseResponse(actor, seen);
    return gone.ok ? gone : lapseLowering(actor, seen);
  },
  return: (actor, _, seen) => returnProposal(actor, { ...seen, reason: "Kijk nog eens naar het plan." }),
  decide: (actor, _, seen) => decide(actor, seen),
  grantInPart: (actor, _, seen) => grantInPart(actor, seen),
  reserve: (actor, _, seen) => reserve(actor, seen),
  callUp: (actor, _, seen) => callUp(actor, seen),
  withdraw: (_, { filed }, seen) => withdrawApplication(filed.actor, seen),
  tellToOne: telling([1]),
  tellToNothing: telling([]),
  drop: (actor, _, seen) => dropLowering(actor, seen),
  lowerToOne: revising("lower", [1]),
  lowerToNothing: revising("lower", []),
  lowerAsAsked: revising("lower", [], TODAY),
  lowerToSecondAsAsked: revising("lower", [2], TODAY),
  object: revising("grant_on_objection", [1, 2]),
  objectToOne: revising("grant_on_objection", [1]),
  confirm: async (actor, _, seen) => confirmRevision(actor, await onScreen(seen)),
  reject: async (actor, _, seen) => rejectRevision(actor, { ...(await onScreen(seen)), reason: WHY }),
};

const steps = fc.array(
  fc.record({
    /** The case with this index out of three, or the first in rank. */
    on: fc.nat(5),
    by: fc.nat(2),
    /** Any step, or one of the useful ones by index. */
    what: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(RULES) as Step[])) },
      { weight: 6, arbitrary: fc.nat(6) },
    ),
  }),
  { minLength: 30, maxLength: 50, size: "max" },
);
const ranks = fc.array(fc.nat(2), { minLength: 3, maxLength: 3 });
const rooms = fc.constantFrom(9_000, 14_000, 22_000);

async function filedBefore(daysAgo: number): Promise<Case> {
  const filed = await aFiledApplication(sql, { tracks: ["general", "women"] });
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = rank_day - ${daysAgo}::int where id = ${filed.applicationId}`;
  });
  return { filed, daysAgo, state: "submitted", version: 2, granted: [], award: [], tied: {} };
}

beforeAll(async () => {
  officials = [
    await aStaffMember(sql, ["reviewer", "decider"]),
    await aStaffMember(sql, ["reviewer", "decider"]),
    await aStaffMember(sql, ["reviewer"]),
  ];
});

const by = (official: number, on: number, ...what: Step[]) =>
  what.map((step) => ({ on, by: official, what: step }));
/**
 * Sequences that random steps seldom reach: each way to lower a grant, and released money that goes to the reserve
 * list.
 */
const LOWERED_AND_CALLED_UP = [
  ...[...by(0, 0, "takeUp", "propose"), ...by(1, 0, "decide")],
  ...[...by(0, 1, "takeUp", "propose"), ...by(1, 1, "reserve")],
  ...[...by(0, 0, "tellToOne", "respond", "lowerToOne"), ...by(1, 0, "reject")],
  ...[...by(0, 0, "tellToNothing", "respond", "lowerToNothing"), ...by(1, 0, "reject")],
  ...[...by(0, 0, "drop", "lowerToSecondAsAsked"), ...by(1, 0, "confirm")],
  ...[...by(0, 0, "lowerAsAsked"), ...by(1, 0, "confirm"), ...by(0, 1, "callUp")],
  ...[...by(1, 0, "objectToOne"), ...by(0, 0, "confirm"), ...by(1, 0, "object"), ...by(0, 0, "confirm")],
];

/** Every step that was accepted at least once, so that the test fails when its walk stops short. */
const taken = new Set<Step>();

test("whatever officials and employer do in whatever order, ledger, states and events agree", {
  timeout: 400_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, ranks, rooms, async (sequence, daysAgo, room) => {
      await sql`truncate ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
      await sql`update ceilings set committed_cents = 0, reserved_cents = 0, objection_cents = 0`;
      await theBudget(sql, YEAR, { werkgeverssubsidie: room });
      const cases: Case[] = [];
      for (const days of daysAgo) cases.push(await filedBefore(days));
      const world: World = { cases, room, committed: 0 };

      for (const { on, by, what } of sequence) {
        const it = (cases[on] ?? cases[firstInRank(cases)]) as Case;
        const sensible = sensibleFor(it);
        const step = typeof what === "number" ? (sensible[what % sensible.length] as Step) : what;
        const change = RULES[step](world, it, by);
        const obstacle = step === "decide" && it.state === "proposed" ? obstacleTo(world, it) : undefined;
        const seen = { applicationId: it.filed.applicationId, version: it.version };
        const answer = await COMMANDS[step](officials[by] as Staff, it, seen);
        expect(answer.ok, `${step} by ${by} from ${it.state}`).toBe(change !== undefined);
        if (obstacle && it.proposer !== by && by !== 2) expect(answer.refusal?.reason).toBe(obstacle);
        if (change) taken.add(step);
        change?.();
      }
      await invariantsHold(world, cases);
    }),
    { numRuns: 30, seed: 2026, endOnFailure: true, examples: [[LOWERED_AND_CALLED_UP, [2, 1, 0], 14_000]] },
  );
  expect(new Set([...taken, "lapse"])).toEqual(new Set(Object.keys(RULES)));
});

async function invariantsHold({ committed }: World, cases: readonly Case[]): Promise<void> {
  const { rank_day: _moved, ...wrong } = await broken(sql);
  expect(wrong).toEqual({});
  const rows = await sql`select id, state, version, reference from applications`;
  for (const { filed, state, version } of cases)
    expect(rows.find(({ id }) => id === filed.applicationId)).toMatchObject({
      state,
      version,
      reference: filed.reference,
    });
  expect(new Set(rows.map(({ reference }) => reference)).size).toBe(cases.length);

  const over =
    await sql`select from ceilings where committed_cents < 0 or committed_cents + reserved_cents > ceiling_cents`;
  expect(over.count).toBe(0);
  const drift = await sql`
    select c.line_id from ceilings c where (c.committed_cents, c.objection_cents) <> (
      select coalesce(sum(e.amount_cents) filter (where e.kind <> 'objection'), 0),
        coalesce(sum(e.amount_cents) filter (where e.kind = 'objection'), 0)
      from ledger_entries e join budget_lines l on l.id = e.line_id where c.line_id = any (l.path) and e.year = c.year)`;
  expect(drift).toEqual([]);
  const [root] =
    await sql`select committed_cents::int as committed, objection_cents::int as beside from ceilings
    where line_id = 'vjn-2025' and year = ${YEAR}`;
  expect(root).toEqual({ committed: committed * 100, beside: besideOf(cases) * 100 });

  const [events] = await sql`select count(*)::int as n from events where application_version is not null`;
  expect(events?.n).toBe(cases.reduce((sum, { version }) => sum + version, 0));
  expect(await sql`select * from broken_streams()`).toEqual([]);
}

/** The amount that objections committed past the ceiling, in euros. */
const besideOf = (cases: readonly Case[]): number =>
  cases.flatMap(({ tied }) => Object.values(tied)).reduce((sum, { beside }) => sum + beside, 0);
