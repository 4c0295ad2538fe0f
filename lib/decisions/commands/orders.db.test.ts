import { describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aCaseInReview, aCaseToComplete, aProposedCase } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { type Endings, everyOrder } from "@/db/testing/every-order";
import { aStaffMember, theBudget } from "@/db/testing/factories";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { completeApplication } from "@/lib/completion/commands/complete-application";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { saveAnswer } from "@/lib/completion/commands/save-answer";
import { addDays, dayOf, yearOf } from "@/lib/dates";
import { chosenSet } from "@/lib/decisions/queries/clean-cases";
import { decide } from "./decide";
import { grantTogether } from "./grant-together";
import { propose } from "./propose";
import { returnProposal } from "./return-proposal";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
await theBudget(sql, yearOf(TODAY));
const [mees, noor] = [await aStaffMember(sql, ["reviewer"]), await aStaffMember(sql, ["reviewer"])];
const [anouk, bram] = [await aStaffMember(sql, ["decider"]), await aStaffMember(sql, ["decider"])];
const ALL = { granted: [1], grounds: [], explanation: "" };

type Seen = { applicationId: string };

/** As many moves as versions, one event each; the ledger holds what was decided; at most one decision. */
async function isWhole({ applicationId }: Seen): Promise<void> {
  const [row] = await sql`
    select a.version, a.state,
      (select count(*)::int from events e where e.application_id = a.id and e.application_version is not null) as events,
      (select count(*)::int from decisions d where d.application_id = a.id) as decisions,
      (select coalesce(sum(d.amount_cents), 0)::int from decisions d where d.application_id = a.id) as decided,
      (select coalesce(sum(l.amount_cents), 0)::int from ledger_entries l where l.application_id = a.id) as booked
    from applications a where a.id = ${applicationId}`;
  expect(row?.events).toBe(row?.version);
  expect(row?.booked).toBe(row?.decided);
  expect(row?.decisions).toBe(row?.state === "granted" ? 1 : 0);
}

/** Exactly one got its way, and the others were told in words; nobody met an exception. */
function oneWon(endings: Endings): number {
  const results = endings.map((ending) => {
    if (ending.status === "rejected") throw ending.reason;
    return ending.value as { ok: boolean; refusal?: { reason: string } };
  });
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  return results.findIndex(({ ok }) => ok);
}

const stateOf = async ({ applicationId }: Seen) =>
  (await sql<{ state: string }[]>`select state from applications where id = ${applicationId}`)[0]?.state;

test("two reviewers propose at once: one proposal, and the other hears who was first", async () => {
  const orders = await everyOrder(sql, {
    prepare: () => aCaseInReview(sql, { reviewer: mees }),
    sessions: (seen) => ({
      mees: () => propose(mees, { ...seen, ...ALL }),
      noor: () => propose(noor, { ...seen, ...ALL }),
    }),
    always: isWhole,
    atEnd: async (seen, endings) => {
      const winner = oneWon(endings);
      expect(endings[1 - winner]).toMatchObject({
        value: { refusal: { reason: "changed", move: "propose" } },
      });
      const rows = await sql`select proposed_by from proposals where application_id = ${seen.applicationId}`;
      expect(rows).toMatchObject([{ proposed_by: [mees, noor][winner]?.personId }]);
    },
  });
  expect(orders).toBeGreaterThan(9);
}, 300_000);

test("two deciders decide at once: one decision, money tied once", async () => {
  await everyOrder(sql, {
    prepare: () => aProposedCase(sql, { reviewer: mees }),
    sessions: (seen) => ({ anouk: () => decide(anouk, seen), bram: () => decide(bram, seen) }),
    always: isWhole,
    atEnd: async (seen, endings) => {
      oneWon(endings);
      expect(await stateOf(seen)).toBe("granted");
    },
  });
}, 300_000);

test("a decision and a withdrawal: either, never both, and no money tied to what is withdrawn", async () => {
  const ends = new Set<string | undefined>();
  await everyOrder(sql, {
    prepare: () => aProposedCase(sql, { reviewer: mees }),
    sessions: (seen) => ({
      anouk: () => decide(anouk, seen),
      employer: () => withdrawApplication(seen.actor, seen),
    }),
    always: isWhole,
    atEnd: async (seen, endings) => {
      expect(await stateOf(seen)).toBe(["granted", "withdrawn"][oneWon(endings)]);
      ends.add(await stateOf(seen));
    },
  });
  expect(ends).toEqual(new Set(["granted", "withdrawn"]));
}, 300_000);

test("a decision, a return and a withdrawal at once: granted when the decision was first, withdrawn otherwise", async () => {
  const ends = new Set<string | undefined>();
  await everyOrder(sql, {
    prepare: () => aProposedCase(sql, { reviewer: mees }),
    sessions: (seen) => ({
      bram: () => returnProposal(bram, { ...seen, reason: "Kijk nog eens naar het plan." }),
      anouk: () => decide(anouk, seen),
      employer: () => withdrawApplication(seen.actor, seen),
    }),
    always: isWhole,
    atEnd: async (seen, endings) => {
      const [returned, decided, withdrawn] = endings.map(
        (ending) => ending.status === "fulfilled" && (ending.value as { ok: boolean }).ok,
      );
      expect(withdrawn).toBe(!decided);
      expect(returned && decided).toBe(false);
      expect(await stateOf(seen)).toBe(decided ? "granted" : "withdrawn");
      ends.add(await stateOf(seen));
    },
  });
  expect(ends).toEqual(new Set(["granted", "withdrawn"]));
}, 600_000);

/** A proposal alone on its day in which every check passed, and what a decider who grants that day at once has on screen. */
async function aCleanDay() {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set state = 'withdrawn' where state = 'proposed'`;
  });
  const it = await aProposedCase(sql, { reviewer: mees });
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update proposals set attention = 0 where application_id = ${it.applicationId}`;
  });
  const leaf = "werkgeverssubsidie";
  const day = { scheme: leaf, day: TODAY } as const;
  const { digest } = await asActor(anouk, async (tx) =>
    chosenSet(tx, anouk, day, { leaf, lines: await readCeilings(tx, leaf, yearOf(TODAY)) }),
  );
  return { ...it, whole: { ...day, digest } };
}

test("a day is granted at once while a colleague decides one of it: decided once, and told apart", async () => {
  const winners = new Set<number>();
  await everyOrder(sql, {
    prepare: aCleanDay,
    sessions: (it) => ({
      together: () => grantTogether(anouk, it.whole),
      bram: () => decide(bram, it),
    }),
    always: isWhole,
    atEnd: async (it, endings) => {
      const winner = oneWon(endings);
      winners.add(winner);
      expect(await stateOf(it)).toBe("granted");
      expect(endings[1 - winner]).toMatchObject({
        value: { refusal: { reason: winner === 0 ? "changed" : "nothing-to-grant" } },
      });
    },
  });
  expect(winners).toEqual(new Set([0, 1]));
}, 300_000);

describe("an employer completes while the time for it is closed", () => {
  const scene = async () => {
    const it = await aCaseToComplete(sql, { reviewer: mees });
    const answers = { iban: "NL02 ABNA 0123 4567 89", accountName: "Voorbeeld BV" };
    await saveAnswer(it.actor, { applicationId: it.applicationId, part: "bank", answers, revision: 1 });
    return it;
  };
  type Scene = Awaited<ReturnType<typeof scene>>;
  const complete = ({ actor, applicationId, requestId }: Scene) =>
    completeApplication(actor, { applicationId, requestId, revision: 1 });
  const seen = ({ applicationId }: Scene) => ({ applicationId, version: 4 });

  /** The clock of the case: so many days after the last day that was given. */
  async function after(it: Scene, days: number): Promise<Scene> {
    const [row] =
      await sql`select due_on::text as "dueOn" from completion_requests where id = ${it.requestId}`;
    await setClock(new Date(`${addDays(String(row?.dueOn), days)}T12:00:00Z`));
    return it;
  }

  test.each([
    ["on the last day the completion wins", 0, 0, "completed"],
    ["a day later the lapse wins", 1, 1, "lapsed"],
  ])(
    "%s, in whatever order",
    async (_name, days, winner, end) => {
      await everyOrder(sql, {
        prepare: async () => {
          await setClock(null);
          return after(await scene(), days);
        },
        sessions: (it) => ({ employer: () => complete(it), mees: () => lapseCompletion(mees, seen(it)) }),
        always: isWhole,
        atEnd: async (it, endings) => {
          expect(oneWon(endings)).toBe(winner);
          expect(await stateOf(it)).toBe("in_review");
          const [row] = await sql`select "end" from completion_requests where id = ${it.requestId}`;
          expect(row?.end).toBe(end);
        },
      });
      await setClock(null);
    },
    300_000,
  );

  test("or a colleague withdraws: what is withdrawn stays so, completed first or not", async () => {
    const ends = new Set<boolean>();
    await everyOrder(sql, {
      prepare: scene,
      sessions: (it) => ({
        employer: () => complete(it),
        colleague: () => withdrawApplication(it.actor, it),
      }),
      always: isWhole,
      atEnd: async (it, endings) => {
        const [completed, withdrawn] = endings.map(
          (ending) => ending.status === "fulfilled" && (ending.value as { ok: boolean }).ok,
        );
        expect(withdrawn).toBe(true);
        expect(await stateOf(it)).toBe("withdrawn");
        ends.add(completed === true);
      },
    });
    expect(ends).toEqual(new Set([true, false]));
  }, 300_000);
});
