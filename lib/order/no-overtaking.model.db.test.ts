import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aProposedCase, intend } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import { broken } from "@/db/testing/invariants";
import { type Item, keyOf } from "@/lib/answers/completion-item";
import { completeApplication } from "@/lib/completion/commands/complete-application";
import { requestCompletion } from "@/lib/completion/commands/request-completion";
import { saveReply } from "@/lib/completion/commands/save-answer";
import { writeRequest } from "@/lib/completion/commands/write-request";
import { addDays, dayOf, yearOf } from "@/lib/dates";
import { callUp } from "@/lib/decisions/commands/call-up";
import { decide } from "@/lib/decisions/commands/decide";
import { grantInPart } from "@/lib/decisions/commands/grant-in-part";
import { propose } from "@/lib/decisions/commands/propose";
import { reserve } from "@/lib/decisions/commands/reserve";
import { respond } from "@/lib/decisions/commands/respond";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
const LEAF = "werkgeverssubsidie";
const reviewer = await aStaffMember(sql, ["reviewer"]);
const decider = await aStaffMember(sql, ["decider"]);
const windowId = await aWindow(sql, { opensAt: new Date(`${addDays(TODAY, -30)}T10:00:00Z`) });

type Filed = Awaited<ReturnType<typeof aFiledApplication>>;
type Answer = { ok: boolean; refusal?: { reason: string } };
type Row = { state: string; version: number; rank_day: string; requested: number; listed: boolean };

/** The facts of an application, read from its own rows and from nothing that the rule reads. */
async function rowOf({ applicationId }: Filed): Promise<Row> {
  const [row] = await sql<Row[]>`
    select a.state, a.version, a.rank_day::text, a.requested_cents::int as requested,
      coalesce((select bool_or(item ->> 'listed' = 'true') from completion_requests r cross join jsonb_array_elements(r.items) item
        where r.application_id = a.id and r.ended_on is null), false) as listed
    from applications a where a.id = ${applicationId}`;
  if (!row) throw new Error("no application");
  return row;
}
const freeNow = async (): Promise<number> =>
  (
    await sql<
      { free: number }[]
    >`select (ceiling_cents - committed_cents)::int as free from ceilings where line_id = ${LEAF}`
  )[0]?.free ?? 0;

async function theRoom(euros: number): Promise<void> {
  await sql`truncate lots, draw_seeds, draws, ledger_entries, decisions, letters, proposals, trajectories, applications, events,
    event_heads, completion_requests, completion_answers, letter_concepts, answer_versions, intentions cascade`;
  await withoutCeilings(sql);
  await theBudget(sql, yearOf(TODAY), { [LEAF]: euros });
}

const WHY = { explanation: "Het plan is te mager." };
const GROUNDS: ["conditions"] = ["conditions"];

async function ask(filed: Filed, version: number, listed: boolean): Promise<Answer> {
  const seen = { applicationId: filed.applicationId, version };
  const items = [{ key: listed ? "bank.iban" : "company.city", listed, words: "Klopt dit?" }];
  const written = await writeRequest(reviewer, { ...seen, items, dueOn: addDays(TODAY, 14) });
  return written.ok ? requestCompletion(reviewer, { ...seen, ...written.value }) : written;
}

async function complete({ actor, applicationId }: Filed): Promise<Answer> {
  const [request] = await sql<{ id: string; items: [Item] }[]>`
    select id, items from completion_requests where application_id = ${applicationId} and ended_on is null`;
  if (!request) return { ok: false };
  const key = keyOf(request.items[0]);
  const replied = await saveReply(actor, { applicationId, key, words: "Dit klopt." });
  return replied.ok
    ? completeApplication(actor, { applicationId, requestId: request.id, revision: 1 })
    : replied;
}

const STEPS = {
  takeUp: (it, version) => takeUp(reviewer, { applicationId: it.applicationId, version }),
  askSubstance: (it, version) => ask(it, version, false),
  askListed: (it, version) => ask(it, version, true),
  complete: (it) => complete(it),
  intendRefusal: ({ applicationId }, version) =>
    intend(reviewer, {
      applicationId,
      version,
      grounds: GROUNDS,
      ...WHY,
      untilOn: addDays(TODAY, 14),
    }),
  respond: ({ actor, applicationId }) => respond(actor, { applicationId, response: "Het klopt wel." }),
  propose: ({ applicationId }, version) =>
    propose(reviewer, { applicationId, version, granted: [1, 2], grounds: [], explanation: "" }),
  proposeOne: ({ applicationId }, version) =>
    propose(reviewer, { applicationId, version, granted: [1], grounds: GROUNDS, ...WHY }),
  decide: ({ applicationId }, version) => decide(decider, { applicationId, version }),
  grantInPart: ({ applicationId }, version) => grantInPart(decider, { applicationId, version }),
  reserve: ({ applicationId }, version) => reserve(decider, { applicationId, version }),
  callUp: ({ applicationId }, version) => callUp(reviewer, { applicationId, version }),
  withdraw: ({ actor, applicationId }) => withdrawApplication(actor, { applicationId }),
} satisfies Record<string, (it: Filed, version: number) => Promise<Answer>>;
type Step = keyof typeof STEPS;
let granted = 0;
const GRANTING: readonly Step[] = ["decide", "grantInPart"];

/** Steps that have an effect in each state, so that most sequences reach a grant. */
const SENSIBLE: Record<string, readonly Step[]> = {
  submitted: ["takeUp", "takeUp", "takeUp", "withdraw"],
  in_review: ["propose", "propose", "propose", "proposeOne", "askSubstance", "askListed", "intendRefusal"],
  completion_requested: ["complete", "withdraw"],
  refusal_intended: ["respond", "withdraw"],
  proposed: ["decide", "decide", "grantInPart", "reserve"],
  reserve_list: ["callUp", "withdraw"],
};
const MONEY = "submitted completion_requested in_review refusal_intended proposed reserve_list".split(" ");
const moves = fc.array(fc.tuple(fc.nat(2), fc.nat(100)), { minLength: 20, maxLength: 32 });
const days = fc.array(fc.nat(2), { minLength: 3, maxLength: 3 });

/** Checks that every group of earlier undecided applications that could have had all it asked still can. */
function expectNothingTaken(earlier: readonly Row[], before: number, after: number): void {
  for (let some = 1; some < 2 ** earlier.length; some++) {
    const asked = earlier.reduce((sum, row, place) => (some & (1 << place) ? sum + row.requested : sum), 0);
    if (asked <= before) expect(asked).toBeLessThanOrEqual(after);
  }
}

test("in every sequence of steps no later application is granted money that an earlier one could still have", {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      moves,
      days,
      fc.constantFrom(16_000, 24_000, 40_000),
      async (sequence, daysAgo, room) => {
        await theRoom(room);
        const cases: Filed[] = [];
        for (const ago of daysAgo) {
          await setClock(new Date(`${addDays(TODAY, -ago - 1)}T10:00:00Z`));
          cases.push(await aFiledApplication(sql, { windowId, tracks: ["general", "general"] }));
        }
        await setClock(null);
        for (const [place, which] of sequence) {
          const it = cases[place] as Filed;
          const mine = await rowOf(it);
          const choices = SENSIBLE[mine.state] ?? [];
          const step = choices[which % choices.length];
          if (!step) continue;
          const others = await Promise.all(cases.filter((other) => other !== it).map(rowOf));
          const earlier = others.filter(
            ({ state, rank_day }) => MONEY.includes(state) && rank_day < mine.rank_day,
          );
          const before = await freeNow();
          const answer: Answer = await STEPS[step](it, mine.version);
          if (!GRANTING.includes(step)) continue;
          if (!answer.ok) continue;
          granted += 1;
          expectNothingTaken(
            earlier.filter(({ listed }) => !listed),
            before,
            await freeNow(),
          );
        }
        expect(await broken(sql)).toEqual({});
      },
    ),
    { numRuns: 20, seed: 20_261_124 },
  );
  expect(granted).toBeGreaterThan(10);
});

describe("an earlier application keeps its place", () => {
  const place = async (...steps: Step[]) => {
    await theRoom(14_000);
    await setClock(new Date(`${addDays(TODAY, -2)}T10:00:00Z`));
    const earlier = await aFiledApplication(sql, { windowId, tracks: ["general", "general"] });
    await setClock(new Date(`${addDays(TODAY, -1)}T10:00:00Z`));
    const later = await aProposedCase(sql, { windowId, reviewer });
    await setClock(null);
    for (const step of steps) await STEPS[step](earlier, (await rowOf(earlier)).version);
    return { state: (await rowOf(earlier)).state, answer: await decide(decider, later) };
  };

  test.each([
    ["submitted", []],
    ["in_review", ["takeUp"]],
    ["refusal_intended", ["takeUp", "intendRefusal"]],
    ["in_review", ["takeUp", "intendRefusal", "respond"]],
    ["completion_requested", ["takeUp", "askSubstance"]],
    ["in_review", ["takeUp", "askSubstance", "complete"]],
    ["proposed", ["takeUp", "proposeOne"]],
  ] as const)("while it is %s after %j", async (state, steps) => {
    expect(await place(...steps)).toMatchObject({ state, answer: { refusal: { reason: "would-overtake" } } });
  });

  test.each([
    ["completion_requested", ["takeUp", "askListed"]],
    ["in_review", ["takeUp", "askListed", "complete"]],
    ["withdrawn", ["withdraw"]],
  ] as const)(
    "but not when it is %s after %j, because it was incomplete then, or is gone",
    async (state, steps) => {
      expect(await place(...steps)).toMatchObject({ state, answer: { ok: true } });
    },
  );
});
