import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aProposedCase, hearOnLowering, movesOf, proposeFor } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { everyOrder, told } from "@/db/testing/every-order";
import { anEmployer, aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import { expectInvariants } from "@/db/testing/invariants";
import { asksAgainFrom, waitsUntil } from "@/lib/calendar/reserve-end";
import { addDays, type Day } from "@/lib/dates";
import { askToWaitAgain } from "@/lib/deadlines/commands/ask-to-wait-again";
import { giveDefaultNotice } from "@/lib/deadlines/commands/give-default-notice";
import { agreeToWait, stopWaiting } from "@/lib/deadlines/commands/wait";
import { listDue } from "@/lib/deadlines/queries/list-due";
import { refusalSet } from "@/lib/decisions/queries/refusal-set";
import { violatedConstraint } from "@/lib/errors";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { reserveList } from "@/lib/order/queries/reserve-list";
import { ok, refuse } from "@/lib/result";
import { readCase } from "@/lib/screens/queries/read-case";
import { readStatus } from "@/lib/screens/queries/read-status";
import { callUp } from "./call-up";
import { confirmRevision } from "./confirm-revision";
import { decide } from "./decide";
import { endReserveList } from "./end-reserve-list";
import { proposeRevision } from "./propose-revision";
import { reconsider } from "./reconsider";
import { refuseInBulk } from "./refuse-in-bulk";
import { reserve } from "./reserve";
import { returnProposal } from "./return-proposal";

const { sql } = await testDatabase();
const LINE = "werkgeverssubsidie" as const;
const CEILING = { line: LINE, year: 2026 };
/** Thirteen weeks after the window closes. */
const DUE: Day = "2026-09-04";
const reviewer = await aStaffMember(sql, ["reviewer"]);
const decider = await aStaffMember(sql, ["decider"]);
const on = (day: Day) => setClock(new Date(`${day}T10:00:00Z`));
const later = <C extends { version: number }>(it: C, by = 1): C => ({ ...it, version: it.version + by });

beforeEach(async () => {
  await on("2026-06-01");
  await sql`truncate lots, draw_seeds, draws, ledger_entries, decisions, proposals, trajectories, applications, events,
    event_heads, suspensions cascade`;
  await withoutCeilings(sql);
  await theBudget(sql, 2026, { [LINE]: 8_000 });
});
afterEach(() => setClock(null));

/** One granted, and two on the reserve list, a day apart. */
async function aReserveList(reserveUntil?: Day) {
  const windowId = await aWindow(sql, { closesAt: new Date("2026-06-05T15:00:00Z"), reserveUntil });
  const proposedOn = async (day: Day) => {
    await on(day);
    return aProposedCase(sql, { windowId, reviewer });
  };
  const granted = await proposedOn("2026-06-01");
  const [first, second] = [await proposedOn("2026-06-02"), await proposedOn("2026-06-03")] as const;
  expect(await decide(decider, granted)).toMatchObject({ ok: true });
  for (const it of [first, second]) expect(await reserve(decider, it)).toMatchObject({ ok: true });
  return { granted: later(granted), first: later(first), second: later(second) };
}
type Case = Awaited<ReturnType<typeof aReserveList>>["first"];

const stateOf = async ({ applicationId }: Case) =>
  (await sql`select state from applications where id = ${applicationId}`)[0]?.state;
const dueOnOf = async ({ applicationId }: Case) =>
  (await sql`select due_on::text as due from applications where id = ${applicationId}`)[0]?.due;
const end = () => endReserveList(reviewer, { ceiling: CEILING });
const digest = async () => (await asActor(decider, (tx) => refusalSet(tx, decider, CEILING))).digest;
const refuseAll = async () => refuseInBulk(decider, { ceiling: CEILING, digest: await digest() });

/** The text of the letter that the term runs again, from the message about it. */
async function resumptionOf({ applicationId }: Case): Promise<string> {
  const [{ about } = { about: "" }] = await sql<{ about: string }[]>`
    select about from messages where application_id = ${applicationId} and kind = 'resumption'`;
  return pdfText((await publishLetter({ kind: "resumption", applicationId, about })).content);
}

/** Withdraws the grant after a hearing, so that its money is released. */
async function moneyComesFree(granted: Case): Promise<void> {
  await hearOnLowering(sql, { ...granted, keep: [] });
  const { applicationId } = granted;
  const lowering = { applicationId, revision: "lower" as const, keep: [], explanation: "Niet begonnen." };
  expect(await proposeRevision(reviewer, lowering)).toMatchObject({ ok: true });
  const [row] = await sql<{ id: string }[]>`
    select id from proposals where application_id = ${applicationId} order by application_version desc limit 1`;
  const seen = { applicationId, version: granted.version, proposalId: row?.id ?? "" };
  expect(await confirmRevision(decider, seen)).toMatchObject({ ok: true });
}

describe("the end of the reserve list", () => {
  test("is proposed from two weeks before the last day to decide, and refused in bulk with a promise", async () => {
    const { first, second } = await aReserveList();
    await on(addDays(DUE, -15));
    expect(await end()).toEqual(refuse({ reason: "reserve-list-goes-on" }));
    await on(addDays(DUE, -14));
    expect(await endReserveList(decider, { ceiling: CEILING })).toEqual(
      refuse({ reason: "not-yours-to-do" }),
    );
    expect(await end()).toEqual(ok({ count: 2 }));
    expect((await reserveList(reviewer, CEILING)).proposedCount).toBe(2);
    expect(await end()).toEqual(refuse({ reason: "reserve-list-goes-on" }));

    const before = await digest();
    expect(await refuseInBulk(reviewer, { ceiling: CEILING, digest: before })).toEqual(
      refuse({ reason: "not-yours-to-do" }),
    );
    const other = "0".repeat(64);
    expect(await refuseInBulk(decider, { ceiling: CEILING, digest: other })).toEqual(
      refuse({ reason: "refusals-changed" }),
    );
    expect(await refuseAll()).toEqual(ok({ count: 2 }));
    expect(await refuseAll()).toEqual(refuse({ reason: "nothing-to-refuse" }));
    for (const it of [first, second]) {
      expect(await stateOf(it)).toBe("refused");
      expect(await movesOf(sql, it.applicationId)).toEqual([
        "take_up 3",
        "propose 4",
        "reserve 5",
        "end_reserve 6",
        "refuse 7",
      ]);
      expect((await readStatus(it.actor, it.applicationId))?.reconsiders).toBe(true);
    }
    const job = { kind: "decision" as const, applicationId: first.applicationId, about: "7" };
    const letter = pdfText((await publishLetter(job)).content);
    for (const words of ["4:25", "De reservelijst eindigt", "bekijken wij uw aanvraag opnieuw"])
      expect(letter).toContain(words);
    await on(addDays(DUE, 1));
    await expectInvariants(sql);
  });

  test("is earlier when the window names a day, and is then on the list of what falls due", async () => {
    const named = "2026-08-03";
    const { first } = await aReserveList(named);
    const due = async () =>
      (await listDue(reviewer, { isMine: false, kind: "reserve" })).items.map(({ dueOn }) => dueOn);
    expect(await due()).toEqual([named, named]);
    expect((await readStatus(first.actor, first.applicationId))?.reserveEndsOn).toBe(named);
    await on(addDays(named, -15));
    expect(await end()).toEqual(refuse({ reason: "reserve-list-goes-on" }));
    await on(addDays(named, -14));
    expect(await end()).toEqual(ok({ count: 2 }));
    expect(await due()).toEqual([]);
  });

  test.each([
    [null, DUE],
    ["2026-07-01", "2026-07-01"],
    [DUE, DUE],
    ["2026-12-01", DUE],
  ] as const)(
    "is, when the window says %s, on %s for who must have a decision by then",
    async (until, ends) => {
      const { first } = await aReserveList(until ?? undefined);
      expect((await readStatus(first.actor, first.applicationId))?.reserveEndsOn).toBe(ends);
    },
  );

  test("after it nobody has a place or can agree to wait, and the invariants hold without anyone acting", async () => {
    const named = "2026-08-03";
    const { first, second } = await aReserveList(named);
    await on(named);
    expect((await readStatus(second.actor, second.applicationId))?.reservePlace).toBe(2);
    await on(addDays(named, 1));
    expect((await readStatus(first.actor, first.applicationId))?.reservePlace).toBeNull();
    expect(await agreeToWait(first.actor, first)).toEqual(
      refuse({ reason: "too-late-to-wait", endsOn: named }),
    );
    await expectInvariants(sql);
    expect(await end()).toEqual(ok({ count: 2 }));
  });

  test("nobody joins the list after it (Awb 4:25(2)), by the command or the database", async () => {
    const named = "2026-08-03";
    const windowId = await aWindow(sql, {
      closesAt: new Date("2026-06-05T15:00:00Z"),
      reserveUntil: named,
    });
    const it = await aProposedCase(sql, { windowId, reviewer });
    await withoutCeilings(sql);
    await theBudget(sql, 2026, { [LINE]: 0 });
    await on(addDays(named, 1));
    expect(await reserve(decider, it)).toEqual(refuse({ reason: "reserve-list-ended", endsOn: named }));
    const past = sql.begin(async (tx) => {
      await tx`select set_config('app.kind', 'staff', true), set_config('app.roles', 'decider', true)`;
      await tx`update applications set state = 'reserve_list', version = version + 1 where id = ${it.applicationId}`;
    });
    expect(await past.then(() => "done", violatedConstraint)).toBe("applications_reserve_open");
    await on(named);
    expect(await reserve(decider, it)).toMatchObject({ ok: true });
  });

  test("leaves out the reviewer's own employer, and the database refuses an early refusal", async () => {
    const { first } = await aReserveList();
    const early = sql.begin(async (tx) => {
      await tx`select set_config('app.kind', 'staff', true), set_config('app.roles', 'reviewer', true)`;
      await tx`update applications set state = 'proposed', version = version + 1 where id = ${first.applicationId}`;
    });
    expect(await early.then(() => "done", violatedConstraint)).toBe("applications_reserve_ends");
    await on(DUE);
    await sql`insert into staff_interests (person_id, kvk_number)
      select ${reviewer.personId}, kvk_number from organisations where id = ${first.actor.organisationId}`;
    expect(await end()).toEqual(ok({ count: 1 }));
    expect(await stateOf(first)).toBe("reserve_list");
    await sql`delete from staff_interests`;
  });
});

describe("consent to wait", () => {
  test("suspends the term, keeps the place past the end, and has a letter; repeating it gives one", async () => {
    const { first, second } = await aReserveList();
    await on(addDays(DUE, -10));
    const { applicationId } = first;
    const resumesOn = waitsUntil(DUE);
    for (let n = 0; n < 2; n++)
      expect(await agreeToWait(first.actor, { applicationId })).toEqual(ok({ resumesOn }));
    expect(await sql`select ground from suspensions`).toEqual([{ ground: "wait" }]);
    const [{ about } = { about: "" }] = await sql<{ about: string }[]>`
      select about from messages where application_id = ${applicationId} and kind = 'suspension'`;
    const letter = pdfText((await publishLetter({ kind: "suspension", applicationId, about })).content);
    for (const words of ["op de reservelijst", "tweede lid, onder a"]) expect(letter).toContain(words);
    expect(await end()).toEqual(ok({ count: 1 }));
    expect([await stateOf(first), await stateOf(second)]).toEqual(["reserve_list", "proposed"]);
    await on(addDays(DUE, 1));
    await expectInvariants(sql);
  });

  test("can be withdrawn: the term runs again and the list ends as for others", async () => {
    const { first } = await aReserveList();
    const { applicationId, actor } = first;
    await on(addDays(DUE, -10));
    await agreeToWait(actor, { applicationId });
    await on(addDays(DUE, 10));
    expect(await end()).toMatchObject({ ok: true });
    expect(await stateOf(first)).toBe("reserve_list");
    expect(await stopWaiting(actor, { applicationId })).toEqual(ok({ dueOn: addDays(DUE, 19) }));
    expect(await stopWaiting(actor, { applicationId })).toEqual(refuse({ reason: "not-suspended" }));
    expect(await resumptionOf(first)).toContain("niet langer op de reservelijst wilt wachten");
    expect(await end()).toEqual(ok({ count: 1 }));
  });

  test.each([
    ["a window without a day", undefined],
    ["a window that names a day", "2026-08-03"],
  ] as const)("moves the end of the list to the last day to decide, for %s", async (_which, named) => {
    const { first } = await aReserveList(named);
    const { applicationId, actor } = first;
    const agreedOn = addDays(named ?? DUE, -20);
    await on(agreedOn);
    const agreed = await agreeToWait(actor, first);
    const resumesOn = waitsUntil(named ?? DUE);
    expect(agreed).toEqual(ok({ resumesOn }));
    const dueOn = await dueOnOf(first);
    expect((await readStatus(actor, applicationId))?.reserveEndsOn).toBe(dueOn);
    for (const day of [
      addDays(named ?? DUE, 1),
      resumesOn,
      addDays(resumesOn, 1),
      dueOn,
      addDays(dueOn, 1),
    ]) {
      await on(day);
      await expectInvariants(sql);
    }
    expect((await listDue(reviewer, { isMine: false, kind: "reserve" })).items).toContainEqual(
      expect.objectContaining({ id: applicationId, dueOn }),
    );
  });

  test("withdrawn after the day that the window names, the list ends on the last day to decide", async () => {
    const named = "2026-08-03";
    const { first } = await aReserveList(named);
    const { applicationId, actor } = first;
    await on(addDays(named, -20));
    await agreeToWait(actor, first);
    await on(addDays(named, 40));
    expect(await stopWaiting(actor, first)).toMatchObject({ ok: true });
    const status = await readStatus(actor, applicationId);
    expect(status?.reserveEndsOn).toBe(status?.dueOn);
    await expectInvariants(sql);
  });

  test("can be given again from six weeks before the end, for half a year more", async () => {
    const { first } = await aReserveList();
    const { actor } = first;
    await on(addDays(DUE, -20));
    await agreeToWait(actor, first);
    const firstEnd = await dueOnOf(first);
    await on(addDays(asksAgainFrom(firstEnd), -1));
    expect(await agreeToWait(actor, first)).toEqual(ok({ resumesOn: waitsUntil(DUE) }));
    await on(asksAgainFrom(firstEnd));
    expect(await agreeToWait(actor, first)).toEqual(ok({ resumesOn: waitsUntil(firstEnd) }));
    expect(
      await sql`select kind from messages where application_id = ${first.applicationId}
      and kind in ('suspension', 'resumption')`,
    ).toEqual([{ kind: "suspension" }, { kind: "suspension" }]);
    await expectInvariants(sql);
  });

  test("is asked for again by letter, once for each consent, from six weeks before the end", async () => {
    const { first, second } = await aReserveList();
    const { actor, applicationId } = first;
    await on(addDays(DUE, -20));
    await agreeToWait(actor, first);
    const endsOn = await dueOnOf(first);
    await on(addDays(asksAgainFrom(endsOn), -1));
    expect(await askToWaitAgain()).toBe(0);
    await on(asksAgainFrom(endsOn));
    expect((await Promise.all([askToWaitAgain(), askToWaitAgain()])).sort()).toEqual([0, 1]);
    expect(await askToWaitAgain()).toBe(0);
    const asked = await sql<{ about: string; endsOn: Day }[]>`
      select m.about, e.payload ->> 'endsOn' as "endsOn" from messages m join events e on e.application_id = m.application_id
      where m.application_id = ${applicationId} and m.kind = 'wait_question' and e.type = 'suspension.ask'`;
    expect(asked).toMatchObject([{ endsOn }]);
    const job = { kind: "wait_question" as const, applicationId, about: asked[0]?.about ?? "" };
    const letter = pdfText((await publishLetter(job)).content);
    for (const words of ["Wilt u langer wachten", "tweede lid, onder a", "artikel 4:25"])
      expect(letter).toContain(words);
    expect(
      await sql`select from messages where application_id = ${second.applicationId} and kind = 'wait_question'`,
    ).toHaveLength(0);

    await agreeToWait(actor, first);
    await on(asksAgainFrom(await dueOnOf(first)));
    expect(await askToWaitAgain()).toBe(1);
    await expectInvariants(sql);
  });

  test("ends when money comes free: the term runs again from that day, with an event and a letter (Awb 4:15(4))", async () => {
    const { granted, first } = await aReserveList();
    await on(addDays(DUE, -10));
    await agreeToWait(first.actor, first);
    await on(addDays(DUE, 30));
    await moneyComesFree(granted);
    expect(await callUp(reviewer, first)).toMatchObject({ ok: true });
    const dueOn = addDays(DUE, 30 + 10 - 1);
    expect(await dueOnOf(first)).toBe(dueOn);
    expect(
      await sql`select payload ->> 'dueOn' as due from events
      where application_id = ${first.applicationId} and type = 'suspension.end'`,
    ).toEqual([{ due: dueOn }]);
    expect(await resumptionOf(first)).toContain("Nu is er geld vrij");
    await expectInvariants(sql);
  });

  test("beside the end of the list: in every order both are answered, and one of them has its effect", async () => {
    const answers = new Set<string>();
    const orders = await everyOrder(sql, {
      prepare: async () => {
        const { first } = await aReserveList("2026-08-03");
        await on("2026-07-25");
        return first;
      },
      sessions: (first) => ({ ends: end, waits: () => agreeToWait(first.actor, first) }),
      atEnd: async (first, endings) => {
        const [ended, waited] = told(endings);
        answers.add(`${ended} ${waited}`);
        const waits = waited === "done";
        expect(await stateOf(first)).toBe(waits ? "reserve_list" : "proposed");
        expect(await sql`select ground from suspensions`).toHaveLength(waits ? 1 : 0);
      },
    });
    expect(orders).toBeGreaterThan(1);
    expect([...answers].sort()).toEqual(["done done", "done not-on-reserve-list"]);
  }, 300_000);

  test("is given by the employer alone, on the list, up to the last day to decide", async () => {
    const { granted, first } = await aReserveList();
    expect(await agreeToWait(granted.actor, granted)).toEqual(refuse({ reason: "not-on-reserve-list" }));
    await expect(agreeToWait(await anEmployer(sql), first)).rejects.toThrow("not found");
    await on(addDays(DUE, 1));
    expect(await agreeToWait(first.actor, first)).toEqual(
      refuse({ reason: "too-late-to-wait", endsOn: DUE }),
    );
  });
});

describe("a refusal for want of money", () => {
  test("is not proposed or decided while there is money for the application (Awb 4:25(2))", async () => {
    const { granted, first, second } = await aReserveList();
    await on(addDays(DUE, -14));
    expect(await end()).toEqual(ok({ count: 2 }));
    await moneyComesFree(granted);
    const reference = (await readStatus(first.actor, first.applicationId))?.reference ?? "";
    const free = refuse({ reason: "money-came-free", reference });
    expect(await decide(decider, later(first))).toEqual(free);
    expect(await refuseAll()).toEqual(free);
    expect(await decide(decider, later(second))).toMatchObject({ ok: true });
    expect(await decide(decider, later(first))).toEqual(free);

    await returnProposal(decider, { ...later(first), reason: "Er is geld vrij." });
    const again = await proposeFor(later(first, 2));
    expect(await decide(decider, again)).toMatchObject({ ok: true });
    await expectInvariants(sql);
  });

  test("is left out of the end of the list for whom money came free", async () => {
    const { granted, first, second } = await aReserveList();
    await on(addDays(DUE, -14));
    await moneyComesFree(granted);
    const reference = (await readStatus(first.actor, first.applicationId))?.reference ?? "";
    expect(await end()).toEqual(ok({ count: 1 }));
    expect([await stateOf(first), await stateOf(second)]).toEqual(["reserve_list", "proposed"]);
    expect(await end()).toEqual(refuse({ reason: "money-came-free", reference }));
  });

  test("is refused by the database when all of it fits and nobody is before it", async () => {
    const { granted, first } = await aReserveList();
    await on(addDays(DUE, -14));
    await end();
    await moneyComesFree(granted);
    const inserted = sql.begin(async (tx) => {
      await tx`select set_config('app.kind', 'staff', true), set_config('app.roles', 'decider', true),
        set_config('app.person', ${decider.personId}, true)`;
      await tx`insert into decisions (application_id, application_version, proposal_id, organisation_id, outcome, lines,
          amount_cents, grounds, explanation, proposed_by, decided_by, decided_on)
        select a.id, a.version, p.id, a.organisation_id, 'refuse', '[]', 0, '{ceiling}', 'Geen geld.', p.proposed_by,
          ${decider.personId}, legal_today()
        from applications a join proposals p on p.application_id = a.id and p.application_version = a.version
        where a.id = ${first.applicationId}`;
    });
    expect(await inserted.then(() => "done", violatedConstraint)).toBe("decisions_want_of_money");
  });

  test("a second notice of default is for the term after it was reconsidered (Awb 4:17)", async () => {
    const { granted, first } = await aReserveList();
    const { applicationId, actor } = first;
    await on(DUE);
    await end();
    await on(addDays(DUE, 1));
    const notice = await giveDefaultNotice(actor, first);
    expect(notice.ok).toBe(true);
    expect(await giveDefaultNotice(actor, first)).toEqual(notice);
    await refuseAll();
    await on("2026-10-01");
    await moneyComesFree(granted);
    expect(await reconsider(reviewer, later(first, 2))).toMatchObject({ ok: true });
    expect((await listDue(reviewer, { isMine: false, kind: "penalty" })).items).toEqual([]);
    const dueOn = await dueOnOf(first);
    await on(addDays(dueOn, 1));
    expect((await readCase(reviewer, applicationId))?.lateness).toMatchObject({
      notice: undefined,
      notices: [{ receivedOn: addDays(DUE, 1), decidedOn: addDays(DUE, 1) }],
    });
    const second = await giveDefaultNotice(actor, first);
    expect(second.ok && notice.ok && second.value.noticeId !== notice.value.noticeId).toBe(true);
    expect((await readCase(reviewer, applicationId))?.lateness.notices).toHaveLength(2);
    expect((await listDue(reviewer, { isMine: false, kind: "penalty" })).items).toMatchObject([
      { id: applicationId, dueOn: addDays(dueOn, 15) },
    ]);
  });
});

describe("money that is released after the end", () => {
  test("goes to applications refused for want of it, in the old order, and the letter says so", async () => {
    const { granted, first, second } = await aReserveList();
    await on(DUE);
    await end();
    await refuseAll();
    const refused = later(first, 2);
    expect(await reconsider(reviewer, refused)).toMatchObject({ refusal: { reason: "ceiling-reached" } });
    await on("2026-10-01");
    await moneyComesFree(granted);
    expect((await reserveList(reviewer, CEILING)).refused.map(({ id }) => id)).toEqual([
      first.applicationId,
      second.applicationId,
    ]);
    expect(await reconsider(reviewer, later(second, 2))).toMatchObject({
      refusal: { reason: "would-overtake" },
    });
    expect(await reconsider(decider, refused)).toEqual(refuse({ reason: "not-yours-to-do" }));
    expect(await reconsider(reviewer, refused)).toEqual(ok({ version: refused.version + 1 }));
    expect(await dueOnOf(first)).toBe(addDays("2026-10-01", 13 * 7));
    const again = await proposeFor(later(refused));
    expect(await decide(decider, again)).toMatchObject({ ok: true });
    const about = String(again.version + 1);
    const letter = await publishLetter({ kind: "decision", applicationId: first.applicationId, about });
    expect(pdfText(letter.content)).toContain("Toen was er geen geld. Nu wel.");
    const { decision } = (await readStatus(first.actor, first.applicationId)) ?? {};
    expect(decision).toMatchObject({ outcome: "grant", replaces: undefined });
    await expectInvariants(sql);
  });

  test("does not go to a later application while a refused one could use it", async () => {
    const { granted, first } = await aReserveList();
    await on(DUE);
    await end();
    await refuseAll();
    await on("2026-10-01");
    await moneyComesFree(granted);
    const windowId = await aWindow(sql, { year: 2026, closesAt: new Date("2026-11-01T15:00:00Z") });
    const fresh = await aProposedCase(sql, { windowId, reviewer });
    await on("2026-11-02");
    expect(await decide(decider, fresh)).toMatchObject({ refusal: { reason: "would-overtake" } });
    expect(await reconsider(reviewer, later(first, 2))).toMatchObject({ ok: true });
  });

  test("is not for an application refused on another ground", async () => {
    const windowId = await aWindow(sql, { closesAt: new Date("2026-06-05T15:00:00Z") });
    const choice = { granted: [], grounds: ["conditions" as const], explanation: "Geen plan." };
    const it = await aProposedCase(sql, { windowId, reviewer, choice });
    expect(await decide(decider, it)).toMatchObject({ ok: true });
    expect(await reconsider(reviewer, later(it))).toEqual(refuse({ reason: "not-yours-to-do" }));
    expect((await readStatus(it.actor, it.applicationId))?.reconsiders).toBe(false);
  });
});
