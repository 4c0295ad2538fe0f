import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { intend } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember, theBudget } from "@/db/testing/factories";
import { broken } from "@/db/testing/invariants";
import type { Staff } from "@/lib/actor";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import type { State } from "@/lib/applications/lifecycle";
import { completeApplication } from "@/lib/completion/commands/complete-application";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { requestCompletion } from "@/lib/completion/commands/request-completion";
import { saveReply } from "@/lib/completion/commands/save-answer";
import { writeRequest } from "@/lib/completion/commands/write-request";
import { usualDeadline } from "@/lib/completion/request";
import { dayOf } from "@/lib/dates";
import { decide } from "./commands/decide";
import { lapseResponse } from "./commands/lapse-response";
import { propose } from "./commands/propose";
import { proposeNotTreating } from "./commands/propose-not-treating";
import { respond } from "./commands/respond";
import { returnProposal } from "./commands/return-proposal";
import { takeUp } from "./commands/take-up";

const { sql } = await testDatabase();
const YEAR = Number(
  new Intl.DateTimeFormat("en", { year: "numeric", timeZone: "Europe/Amsterdam" }).format(),
);
const ROOM_EUROS = 30_000;
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const IN_TWO_WEEKS = usualDeadline(dayOf(clock?.now ?? new Date(0)));
/** States in which the employer may still withdraw, and in which money is kept for him: he is asked on substance only. */
const OPEN: readonly State[] = [
  ...(["submitted", "completion_requested", "in_review", "refusal_intended", "proposed"] as const),
];
let officials: Staff[];

type Filed = Awaited<ReturnType<typeof aFiledApplication>>;
/** What we believe: written from the description of the process, not from the move table. */
type Believed = {
  filed: Filed;
  state: State;
  version: number;
  proposer?: number;
  granted: readonly number[];
  /** Whether what is proposed is to leave it untreated. */
  untreated?: boolean;
  /** Whether the employer was asked to complete it, and did. */
  completed?: boolean;
  /** How many days before today it became complete. */
  daysAgo: number;
};

const AMOUNT = [0, 8_000, 14_000];

const WHAT = [
  ...(["takeUp", "propose", "proposeOne", "proposeNone", "return", "decide", "withdraw"] as const),
  ...(["ask", "complete", "notTreat", "intend", "respond", "lapse"] as const),
];
type Step = { on: number; by: number; what: (typeof WHAT)[number] };
const steps = fc.array(
  fc.record<Step>({
    on: fc.nat(2),
    by: fc.nat(2),
    what: fc.constantFrom(...WHAT),
  }),
  { minLength: 5, maxLength: 25 },
);

const ranks = fc.array(fc.nat(2), { minLength: 3, maxLength: 3 });

async function filedBefore(days: number): Promise<Filed> {
  const filed = await aFiledApplication(sql, { tracks: ["general", "women"] });
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = rank_day - ${days}::int where id = ${filed.applicationId}`;
  });
  return filed;
}

/** Why the proposal for this case may not be confirmed now, by the description of ceiling and order. */
function obstacleTo(it: Believed, cases: readonly Believed[], committed: number): string | undefined {
  const amount = AMOUNT[it.granted.length] as number;
  if (amount === 0) return undefined;
  if (committed + amount > ROOM_EUROS) return "ceiling-reached";
  const open = cases.filter((other) => other !== it && OPEN.includes(other.state));
  const asked = (others: readonly Believed[]) => others.length * (AMOUNT[2] as number);
  const ahead = open.filter(({ daysAgo }) => daysAgo > it.daysAgo);
  const equals = open.filter(({ daysAgo }) => daysAgo === it.daysAgo);
  const room = ROOM_EUROS - committed - amount;
  if (ahead.length > 0 && asked(ahead) > room) return "would-overtake";
  return equals.length > 0 && asked([...ahead, ...equals]) > room ? "needs-draw" : undefined;
}

beforeAll(async () => {
  officials = [
    await aStaffMember(sql, ["reviewer", "decider"]),
    await aStaffMember(sql, ["reviewer", "decider"]),
    await aStaffMember(sql, ["reviewer"]),
  ];
});

const choice = (granted: readonly number[]) => ({
  granted: [...granted],
  grounds: granted.length < 2 ? (["conditions"] as const).slice() : [],
  explanation: granted.length < 2 ? "Het plan is te mager." : "",
});
const WHY = "Het plan is te mager.";

/** Asks in words about the place of work, which does not move the rank day; what the employer sends is an explanation. */
async function ask(actor: Staff, seen: { applicationId: string; version: number }): Promise<boolean> {
  const items = [{ key: "company.city", listed: false, words: "Waar is het werk precies?" }];
  const written = await writeRequest(actor, { ...seen, items, dueOn: IN_TWO_WEEKS });
  return written.ok && (await requestCompletion(actor, { ...seen, ...written.value })).ok;
}

async function complete({ actor, applicationId }: Filed): Promise<boolean> {
  const [request] = await sql<{ id: string }[]>`
    select id from completion_requests where application_id = ${applicationId} order by application_version desc limit 1`;
  const key = "company.city";
  const kept = await saveReply(actor, { applicationId, key, words: "In de winkel aan de Markt." });
  if (!kept.ok) return false;
  const sent = { applicationId, requestId: request?.id ?? "", revision: 1 };
  return (await completeApplication(actor, sent)).ok;
}

const GRANTED = { propose: [1, 2], proposeOne: [1], proposeNone: [] } as const;

test("whatever officials and employer do in whatever order, ledger, states and events agree", {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, ranks, async (sequence, daysAgo) => {
      await sql`truncate ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
      await sql`update ceilings set committed_cents = 0, reserved_cents = 0`;
      await theBudget(sql, YEAR, { werkgeverssubsidie: ROOM_EUROS });
      const cases: Believed[] = [];
      for (const days of daysAgo)
        cases.push({
          filed: await filedBefore(days),
          state: "submitted",
          version: 2,
          granted: [],
          daysAgo: days,
        });
      let committed = 0;

      for (const { on, by, what } of sequence) {
        const it = cases[on] as Believed;
        const actor = officials[by] as Staff;
        const seen = { applicationId: it.filed.applicationId, version: it.version };
        const mayDecide = it.state === "proposed" && it.proposer !== by && by !== 2;
        let done = false;
        if (what === "takeUp") {
          done = (await takeUp(actor, seen)).ok;
          expect(done).toBe(it.state === "submitted");
          if (done) it.state = "in_review";
        } else if (what === "withdraw") {
          const result = await withdrawApplication(it.filed.actor, seen);
          const open = OPEN.includes(it.state);
          expect(result.ok).toBe(open || it.state === "withdrawn");
          done = open;
          if (done) it.state = "withdrawn";
        } else if (what === "ask") {
          done = await ask(actor, seen);
          expect(done).toBe(it.state === "in_review");
          if (done) it.state = "completion_requested";
        } else if (what === "complete") {
          done = await complete(it.filed);
          expect(done).toBe(it.state === "completion_requested");
          if (done) Object.assign(it, { state: "in_review", completed: true });
        } else if (what === "intend") {
          const intention = { grounds: ["conditions" as const], explanation: WHY, untilOn: IN_TWO_WEEKS };
          done = (await intend(actor, { ...seen, ...intention })).ok;
          expect(done).toBe(it.state === "in_review");
          if (done) it.state = "refusal_intended";
        } else if (what === "respond") {
          const { actor: employer, applicationId } = it.filed;
          const answer = await respond(employer, { applicationId, response: `Nee, ${it.version}.` });
          done = answer.ok;
          expect(done).toBe(it.state === "refusal_intended");
          if (done) it.state = "in_review";
        } else if (what === "lapse") {
          expect((await lapseCompletion(actor, seen)).ok, "there is still time").toBe(false);
          expect((await lapseResponse(actor, seen)).ok, "there is still time").toBe(false);
        } else if (what === "notTreat") {
          done = (await proposeNotTreating(actor, { ...seen, missing: WHY })).ok;
          expect(done).toBe(it.state === "in_review" && it.completed === true);
          if (done) Object.assign(it, { state: "proposed", proposer: by, granted: [], untreated: true });
        } else if (what === "return") {
          done = (await returnProposal(actor, { ...seen, reason: "Kijk nog eens naar het plan." })).ok;
          expect(done).toBe(mayDecide);
          if (done) it.state = "in_review";
        } else if (what === "decide") {
          const amount = AMOUNT[it.granted.length] as number;
          const answer = await decide(actor, seen);
          done = answer.ok;
          expect(done).toBe(mayDecide && obstacleTo(it, cases, committed) === undefined);
          if (mayDecide && !answer.ok) expect(answer.refusal.reason).toBe(obstacleTo(it, cases, committed));
          if (done) {
            committed += amount;
            const less = it.untreated ? "not_treated" : "refused";
            it.state = amount === 0 ? less : it.granted.length === 2 ? "granted" : "partly_granted";
          }
        } else {
          done = (await propose(actor, { ...seen, ...choice(GRANTED[what]) })).ok;
          expect(done).toBe(it.state === "in_review");
          const granted = GRANTED[what];
          if (done) Object.assign(it, { state: "proposed", proposer: by, granted, untreated: false });
        }
        if (done) it.version++;
      }
      await invariantsHold(cases, committed);
    }),
    { numRuns: 15 },
  );
});

async function invariantsHold(cases: readonly Believed[], committedEuros: number): Promise<void> {
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
    select c.line_id from ceilings c where c.committed_cents <> coalesce(
      (select sum(e.amount_cents) from ledger_entries e join budget_lines l on l.id = e.line_id
        where c.line_id = any (l.path) and e.year = c.year), 0)`;
  expect(drift).toEqual([]);
  const [root] =
    await sql`select committed_cents::int as cents from ceilings where line_id = 'vjn-2025' and year = ${YEAR}`;
  expect(root?.cents).toBe(committedEuros * 100);

  const [events] = await sql`select count(*)::int as n from events where application_version is not null`;
  expect(events?.n).toBe(cases.reduce((sum, { version }) => sum + version, 0));
  expect(await sql`select * from broken_streams()`).toEqual([]);
}
