import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aCaseInReview, aProposedCase, hearOnLowering, tellLowering } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { holdsTogether, oneWon } from "@/db/testing/endings";
import { everyOrder } from "@/db/testing/every-order";
import { aStaffMember, theBudget } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { addDays, dayOf, yearOf } from "@/lib/dates";
import { chosenSet } from "@/lib/decisions/queries/clean-cases";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { confirmRevision } from "./confirm-revision";
import { decide } from "./decide";
import { dropLowering } from "./end-lowering";
import { grantInBulk } from "./grant-in-bulk";
import { intendRefusal } from "./intend-refusal";
import { propose } from "./propose";
import { proposeRevision } from "./propose-revision";
import { rejectRevision } from "./reject-revision";
import { respond } from "./respond";
import { returnProposal } from "./return-proposal";
import { writeIntention } from "./write-intention";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
await theBudget(sql, yearOf(TODAY));
const [mees, noor] = [await aStaffMember(sql, ["reviewer"]), await aStaffMember(sql, ["reviewer"])];
const [anouk, bram] = [await aStaffMember(sql, ["decider"]), await aStaffMember(sql, ["decider"])];
const ALL = { granted: [1], grounds: [], explanation: "" };

type Seen = { applicationId: string };

const isWhole = holdsTogether(sql);
const stateOf = async ({ applicationId }: Seen) =>
  (await sql<{ state: string }[]>`select state from applications where id = ${applicationId}`)[0]?.state;

test("two reviewers propose at once: there is one proposal, and the other reviewer is told who was first", async () => {
  const winners = new Set<number>();
  const orders = await everyOrder(sql, {
    prepare: () => aCaseInReview(sql, { reviewer: mees }),
    sessions: (seen) => ({
      mees: () => propose(mees, { ...seen, ...ALL }),
      noor: () => propose(noor, { ...seen, ...ALL }),
    }),
    always: isWhole,
    atEnd: async (seen, endings) => {
      const winner = oneWon(endings);
      winners.add(winner);
      expect(endings[1 - winner]).toMatchObject({
        value: { refusal: { reason: "changed", move: "propose" } },
      });
      const rows = await sql`select proposed_by from proposals where application_id = ${seen.applicationId}`;
      expect(rows).toMatchObject([{ proposed_by: [mees, noor][winner]?.personId }]);
    },
  });
  expect(orders).toBe(6);
}, 300_000);

test("two deciders decide at once: one decision, money committed once", async () => {
  const winners = new Set<number>();
  await everyOrder(sql, {
    prepare: () => aProposedCase(sql, { reviewer: mees }),
    sessions: (seen) => ({ anouk: () => decide(anouk, seen), bram: () => decide(bram, seen) }),
    always: isWhole,
    atEnd: async (seen, endings) => {
      winners.add(oneWon(endings));
      expect(await stateOf(seen)).toBe("granted");
    },
  });
  expect(winners).toEqual(new Set([0, 1]));
}, 300_000);

test("a decision and a withdrawal at once: one of them happens, and nothing stays committed after a withdrawal", async () => {
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

test("a letter is sent while a colleague rewrites it: the previewed text goes out, or nothing does", async () => {
  const ends = new Set<string>();
  const intention = { grounds: ["false_data" as const], untilOn: addDays(TODAY, 14) };
  const write = (actor: Staff, seen: Seen & { version: number }, explanation: string) =>
    writeIntention(actor, { ...seen, ...intention, grounds: ["false_data"], explanation });
  await everyOrder(sql, {
    prepare: async () => {
      const { applicationId, version } = await aCaseInReview(sql, { reviewer: mees });
      const written = await write(mees, { applicationId, version }, "Nagelezen.");
      if (!written.ok) throw new Error(written.refusal.reason);
      return { applicationId, version, ...written.value };
    },
    sessions: ({ conceptId, ...seen }) => ({
      mees: () => intendRefusal(mees, { ...seen, conceptId }),
      noor: () => write(noor, seen, "Anders."),
    }),
    always: isWhole,
    atEnd: async (seen, endings) => {
      const reasons = endings.map((ending) =>
        ending.status === "fulfilled"
          ? (ending.value as { refusal?: { reason: string } }).refusal?.reason
          : "error",
      );
      const sent = await sql`select explanation from intentions where application_id = ${seen.applicationId}`;
      if (reasons[0] === undefined) {
        expect(sent).toMatchObject([{ explanation: "Nagelezen." }]);
        expect(reasons[1]).toBe("changed");
      } else {
        expect(sent).toHaveLength(0);
        expect(reasons).toEqual(["rewritten", undefined]);
      }
      ends.add(String(reasons));
    },
  });
  expect(ends.size).toBe(2);
}, 300_000);

test("one decider confirms a revision while another turns it down: one of them happens, with its bookings", async () => {
  const ends = new Set<string | undefined>();
  await everyOrder(sql, {
    prepare: async () => {
      const it = await aProposedCase(sql, { reviewer: mees });
      if (!(await decide(anouk, it)).ok) throw new Error("not granted");
      const { applicationId, version } = it;
      await hearOnLowering(sql, { ...it, keep: [] });
      const revision = { applicationId, revision: "lower" as const, keep: [], explanation: "Niet begonnen." };
      const proposed = await proposeRevision(mees, revision);
      if (!proposed.ok) throw new Error(proposed.refusal.reason);
      return { applicationId, version: version + 1, ...proposed.value };
    },
    sessions: (seen) => ({
      anouk: () => confirmRevision(anouk, seen),
      bram: () => rejectRevision(bram, { ...seen, reason: "Eerst navragen." }),
    }),
    atEnd: async (seen, endings) => {
      const winner = oneWon(endings);
      const state = await stateOf(seen);
      expect(state).toBe(["lowered", "granted"][winner]);
      const [row] = await sql`select sum(amount_cents)::int as booked from ledger_entries
        where application_id = ${seen.applicationId}`;
      expect(row?.booked === 0).toBe(winner === 0);
      ends.add(state);
    },
  });
  expect(ends).toEqual(new Set(["lowered", "granted"]));
}, 300_000);

/** A grant with an open intention to withdraw it. */
async function aHearing() {
  const it = await aProposedCase(sql, { reviewer: mees });
  if (!(await decide(anouk, it)).ok) throw new Error("not granted");
  const { applicationId, actor } = it;
  const seen = { applicationId, version: it.version + 1 };
  const told = await tellLowering(mees, {
    ...{ ...seen, keep: [], untilOn: addDays(TODAY, 14) },
    ...{ grounds: ["activities_not_done"], explanation: "Niet begonnen." },
  });
  if (!told.ok) throw new Error(told.refusal.reason);
  return { ...seen, actor };
}
const reasonsOf = (endings: readonly PromiseSettledResult<unknown>[]) =>
  endings.map((ending) =>
    ending.status === "fulfilled"
      ? ((ending.value as { refusal?: { reason: string } }).refusal?.reason ?? "done")
      : "error",
  );

test("an employer responds while a reviewer drops the lowering: it ends dropped, with no response after that", async () => {
  const ends = new Set<string>();
  await everyOrder(sql, {
    prepare: aHearing,
    sessions: (it) => ({
      employer: () => respond(it.actor, { applicationId: it.applicationId, response: "Wij beginnen." }),
      noor: () => dropLowering(noor, it),
    }),
    always: isWhole,
    atEnd: async (it, endings) => {
      const reasons = reasonsOf(endings);
      expect(reasons[1]).toBe("done");
      const [row] =
        await sql`select response, dropped_at from intentions where application_id = ${it.applicationId}`;
      expect(row?.dropped_at).not.toBeNull();
      expect(row?.response === null).toBe(reasons[0] === "nothing-to-respond-to");
      ends.add(String(reasons));
    },
  });
  expect(ends).toEqual(new Set(["done,done", "nothing-to-respond-to,done"]));
}, 300_000);

test("a lowering is proposed while the employer responds or a colleague drops it: never unheard, never both", async () => {
  const lowered = (it: Seen) =>
    proposeRevision(mees, {
      ...{ applicationId: it.applicationId, revision: "lower", keep: [], explanation: "Niet begonnen." },
    });
  await everyOrder(sql, {
    prepare: aHearing,
    sessions: (it) => ({
      employer: () => respond(it.actor, { applicationId: it.applicationId, response: "Wij beginnen." }),
      mees: () => lowered(it),
      noor: () => dropLowering(noor, it),
    }),
    always: isWhole,
    atEnd: async (it, endings) => {
      const [responded, proposed, dropped] = reasonsOf(endings);
      if (proposed === "done") {
        expect([responded, dropped]).toEqual(["done", "revision-open"]);
        return;
      }
      expect(["hearing-open", "lowering-not-heard"]).toContain(proposed);
      expect(dropped).toBe("done");
      const open = await sql`select from proposals p join applications a on a.id = p.application_id
        and a.version = p.application_version where a.id = ${it.applicationId}`;
      expect(open).toHaveLength(0);
    },
  });
}, 600_000);

/** A clean proposal alone on its day, and what the bulk grant of that day shows. */
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
  const ceiling = { line: leaf, year: yearOf(TODAY) } as const;
  const day = { ceiling, day: TODAY } as const;
  const { digest } = await asActor(anouk, async (tx) =>
    chosenSet(tx, anouk, day, { leaf, lines: await readCeilings(tx, ceiling) }),
  );
  return { ...it, whole: { ...day, digest } };
}

test("a bulk grant while a colleague decides one of the day: it is decided once, and both are answered", async () => {
  const winners = new Set<number>();
  await everyOrder(sql, {
    prepare: aCleanDay,
    sessions: (it) => ({
      together: () => grantInBulk(anouk, it.whole),
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
