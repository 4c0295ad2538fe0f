import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { aProposedCase, belongsTo, hearOnLowering, movesOf } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import { expectInvariants } from "@/db/testing/invariants";
import type { Staff } from "@/lib/actor";
import type { TrajectoryAmount } from "@/lib/concepts/concept";
import { callUp } from "@/lib/decisions/commands/call-up";
import { reserve } from "@/lib/decisions/commands/reserve";
import { violatedConstraint } from "@/lib/errors";
import { euros } from "@/lib/money";
import { reserveList } from "@/lib/order/queries/reserve-list";
import { refuse } from "@/lib/result";
import type { Track } from "@/lib/vocabulary/scheme";
import { confirmRevision } from "./commands/confirm-revision";
import { decide } from "./commands/decide";
import { propose } from "./commands/propose";
import { proposeRevision } from "./commands/propose-revision";
import { rejectRevision } from "./commands/reject-revision";

const { sql } = await testDatabase();
const LEAF = "werkgeverssubsidie";
const reviewer = await aStaffMember(sql, ["reviewer"]);
const [first, second] = [await aStaffMember(sql, ["decider"]), await aStaffMember(sql, ["decider"])];
const on = (day: number) => setClock(new Date(`2026-06-0${day}T10:00:00Z`));
await on(1);
const windowId = await aWindow(sql);
const room = (amount: number, women = 0) =>
  theBudget(sql, 2026, { [LEAF]: amount, "werkgeverssubsidie-vrouwen": women });
const why = "De tweede statushouder is niet begonnen.";

beforeEach(async () => {
  await on(1);
  await sql`truncate lots, draw_seeds, draws, ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
  await withoutCeilings(sql);
});

const proposed = (day: number, tracks: readonly Track[] = ["general", "general"], granted?: number[]) =>
  on(day).then(() =>
    aProposedCase(sql, {
      ...{ windowId, reviewer, tracks },
      ...(granted && { choice: { granted, grounds: ["conditions" as const], explanation: "Te mager." } }),
    }),
  );
type Case = Awaited<ReturnType<typeof proposed>>;
const later = (it: Case, by = 1): Case => ({ ...it, version: it.version + by });
const lower = ({ applicationId }: Pick<Case, "applicationId">, keep: number[]) =>
  proposeRevision(reviewer, { applicationId, revision: "lower", keep, explanation: why });
/** The same at the employer's request, with amounts. */
const lowerAsAsked = (it: Case, keep: number[], amounts: TrajectoryAmount[] = []) =>
  proposeRevision(reviewer, {
    ...{ applicationId: it.applicationId, revision: "lower", keep, amounts },
    ...{ explanation: why, askedOn: "2026-06-01" },
  });
const of = (trajectory: number, amount: number): TrajectoryAmount => ({
  trajectory,
  amountCents: euros(amount),
});
/** Proposes a revision after the employer was heard on it. */
const hearAndLower = async (it: Case, keep: number[]) => {
  await hearOnLowering(sql, { ...it, keep });
  return lower(it, keep);
};
const object = ({ applicationId }: Case, keep = [1, 2], amounts: TrajectoryAmount[] = []) =>
  proposeRevision(reviewer, {
    ...{ applicationId, revision: "grant_on_objection", keep, amounts },
    explanation: "Gegrond.",
  });
/** The revision on screen, and the reason to turn it down. */
const seenOf = async ({ applicationId, version }: Case) => {
  const [row] = await sql<{ id: string }[]>`
    select id from proposals where application_id = ${applicationId}
      order by application_version desc, returned_at nulls first limit 1`;
  return { applicationId, version, proposalId: row?.id ?? "", reason: "Eerst navraag doen." };
};
const confirm = async (actor: Staff, it: Case) => confirmRevision(actor, await seenOf(it));
const reject = async (actor: Staff, it: Case) => rejectRevision(actor, await seenOf(it));
const rowOf = async ({ applicationId }: Case) =>
  (await sql`select state, awarded_cents::int as awarded from applications where id = ${applicationId}`)[0];
const line = async () =>
  (
    await sql`select committed_cents::int as committed, objection_cents::int as objection from ceilings where line_id = ${LEAF} and year = 2026`
  )[0];

describe("lowering a grant (Awb 4:48)", () => {
  test("is proposed by one official and confirmed by another, releases money, and tells the employer", async () => {
    await room(20_000);
    const it = await proposed(1);
    await decide(first, it);
    expect((await hearAndLower(it, [1])).ok).toBe(true);
    expect(await rowOf(it)).toEqual({ state: "granted", awarded: euros(14_000) });
    const confirmed = await confirm(second, later(it));
    expect(confirmed.ok).toBe(true);
    expect(await rowOf(it)).toEqual({ state: "lowered", awarded: euros(8_000) });
    expect(await line()).toEqual({ committed: euros(8_000), objection: 0 });
    expect(await movesOf(sql, it.applicationId)).toEqual(["take_up 3", "propose 4", "grant 5", "lower 6"]);
    const [newest] = await sql`select explanation from decisions order by application_version desc limit 1`;
    expect(newest?.explanation).toBe(why);
    const mails =
      await sql`select from pgboss.job where data ->> 'applicationId' = ${it.applicationId} and data ->> 'about' = '6'`;
    expect(mails).toHaveLength(1);
    expect(await confirm(second, later(it))).toMatchObject({
      refusal: { reason: "changed", move: "lower", by: "you" },
    });
    await expectInvariants(sql);
  });

  test("may withdraw the whole grant", async () => {
    await room(20_000);
    const it = await proposed(1, ["general"]);
    await decide(first, it);
    await hearAndLower(it, []);
    expect((await confirm(second, later(it))).ok).toBe(true);
    expect(await rowOf(it)).toEqual({ state: "lowered", awarded: 0 });
    expect(await line()).toMatchObject({ committed: 0 });
    await expectInvariants(sql);
  });

  test("needs two officials and a change, is one at a time, and can be turned down and proposed again", async () => {
    await room(20_000);
    const it = await proposed(1);
    await decide(first, it);
    expect(await lower(it, [1, 2])).toMatchObject({ refusal: { reason: "nothing-to-lower" } });
    const decider = {
      applicationId: it.applicationId,
      revision: "lower" as const,
      keep: [],
      explanation: why,
    };
    expect(await proposeRevision(first, decider)).toMatchObject({ refusal: { reason: "not-yours-to-do" } });
    await hearOnLowering(sql, { ...it, keep: [] });
    await lower(it, [1]);
    expect(await lower(it, [2])).toMatchObject({ refusal: { reason: "revision-open" } });
    expect(await confirm(reviewer, later(it))).toMatchObject({
      refusal: { reason: "not-yours-to-do" },
    });
    const relative = await aStaffMember(sql, ["decider"]);
    await belongsTo(sql, relative, it.actor);
    expect(await reject(relative, later(it))).toMatchObject({ refusal: { reason: "own-employer" } });
    const turnedDown = await seenOf(later(it));
    expect(await rejectRevision(second, turnedDown)).toMatchObject({ ok: true });
    expect(await rejectRevision(second, turnedDown)).toMatchObject({ refusal: { reason: "rewritten" } });
    const rejected =
      await sql`select from events where application_id = ${it.applicationId} and type = 'revision.reject'`;
    expect(rejected).toHaveLength(1);
    expect(await confirmRevision(second, turnedDown)).toMatchObject({
      refusal: { reason: "not-yours-to-do" },
    });
    expect((await lower(it, [2])).ok).toBe(true);
    expect(await confirmRevision(second, turnedDown)).toMatchObject({ refusal: { reason: "rewritten" } });
    await expect(confirmRevision(second, { ...turnedDown, applicationId: randomUUID() })).rejects.toThrow(
      "not found",
    );
    await expect(rejectRevision(second, { ...turnedDown, applicationId: randomUUID() })).rejects.toThrow(
      "not found",
    );
    await expect(lower({ ...it, applicationId: randomUUID() }, [])).rejects.toThrow("not found");
    expect(await rowOf(it)).toMatchObject({ state: "granted", awarded: euros(14_000) });
  });

  test("releases money for the first on the reserve list, and the ledger shows the chain", async () => {
    await room(16_000);
    const it = await proposed(1);
    await decide(first, it);
    const next = await proposed(2, ["general"]);
    await reserve(first, next);
    await hearAndLower(it, [1]);
    await confirm(second, later(it));
    expect((await callUp(reviewer, later(next))).ok).toBe(true);
    await propose(reviewer, { ...later(next, 2), granted: [1], grounds: [], explanation: "" });
    expect((await decide(first, later(next, 3))).ok).toBe(true);
    const { flows } = await reserveList(reviewer, { line: LEAF, year: 2026 });
    expect(flows).toMatchObject([
      {
        reference: it.reference,
        amountCents: euros(6_000),
        leftCents: 0,
        portions: [{ reference: next.reference, amountCents: euros(6_000) }],
      },
    ]);
    await expectInvariants(sql);
  });
});

describe("a decision is revised any number of times (Awb 4:48, 7:11)", () => {
  test("lowered, granted on objection, lowered in amounts, withdrawn and granted in part: the newest decision counts", async () => {
    await room(20_000);
    const it = await proposed(1);
    await decide(first, it);
    const steps: [() => Promise<{ ok: boolean }>, Staff, string, number][] = [
      [() => lowerAsAsked(it, [2]), second, "lowered", 8_000],
      [() => object(it), first, "granted", 14_000],
      [() => lowerAsAsked(it, [1, 2], [of(2, 2_500.5)]), second, "lowered", 10_500.5],
      [() => lowerAsAsked(it, [2]), first, "lowered", 3_334],
      [() => lowerAsAsked(it, []), second, "lowered", 0],
      [() => object(it, [2], [of(2, 5_000)]), first, "partly_granted", 5_000],
      [() => object(it), second, "granted", 14_000],
    ];
    for (const [place, [propose, decider, state, amount]] of steps.entries()) {
      expect(await propose()).toMatchObject({ ok: true });
      const seen = later(it, place + 1);
      expect(await confirm(decider, seen)).toMatchObject({ ok: true });
      expect(await rowOf(it)).toEqual({ state, awarded: euros(amount) });
      expect(await line()).toEqual({ committed: euros(amount), objection: 0 });
      await expectInvariants(sql);
    }
    const events = await movesOf(sql, it.applicationId);
    expect(events.slice(3).map((event) => event.split(" ")[0])).toEqual([
      ...["lower", "grant_on_objection", "lower", "lower", "lower"],
      ...["grant_in_part_on_objection", "grant_on_objection"],
    ]);
  });

  test("an amount above what the trajectories are worth together, and a second lowering without a hearing, are refused", async () => {
    await room(20_000);
    const it = await proposed(1);
    await decide(first, it);
    expect(await lowerAsAsked(it, [1, 2], [of(2, 6_000.01)])).toEqual(
      refuse({ reason: "beyond-worth", field: "amount-2", worthCents: euros(6_000) }),
    );
    await hearAndLower(it, [1]);
    await confirm(second, later(it));
    expect(await lower(it, [])).toEqual(refuse({ reason: "lowering-not-heard" }));
    await hearOnLowering(sql, { ...it, keep: [] });
    expect(await lower(it, [])).toMatchObject({ ok: true });
    await confirm(second, later(it, 2));
    expect(await lowerAsAsked(it, [])).toEqual(refuse({ reason: "not-yours-to-do" }));
    await expectInvariants(sql);
  });

  test("the place of a dropped trajectory is taken only as far as money is free for it", async () => {
    await room(14_000, 8_000);
    const it = await proposed(1, ["women", "general"]);
    await decide(first, it);
    await lowerAsAsked(it, [2]);
    expect(await confirm(second, later(it))).toEqual(refuse({ reason: "no-room-for-place" }));
    await reject(second, later(it));
    await lowerAsAsked(it, [2], [of(2, 6_000)]);
    expect(await confirm(second, later(it))).toMatchObject({ ok: true });
    expect(await rowOf(it)).toEqual({ state: "lowered", awarded: euros(6_000) });
    await expectInvariants(sql);
  });
});

describe("granting after an objection (Awb 4:25(3))", () => {
  test("is booked on the ceiling as far as it has room, and past it for the rest", async () => {
    await room(18_000);
    const it = await proposed(1, ["general", "general"], []);
    await decide(first, it);
    await decide(first, await proposed(2, ["general"]));
    await object(it);
    expect(await confirm(first, later(it))).toMatchObject({ refusal: { reason: "first-decider" } });
    expect((await confirm(second, later(it))).ok).toBe(true);
    expect(await rowOf(it)).toEqual({ state: "granted", awarded: euros(14_000) });
    expect(await line()).toEqual({ committed: euros(18_000), objection: euros(4_000) });
    await expectInvariants(sql);
  });

  test("past the ceiling is refused by the database while the ceiling has room", async () => {
    await room(20_000);
    const it = await proposed(1, ["general"], []);
    await decide(first, it);
    const past = sql`insert into ledger_entries (line_id, year, kind, amount_cents, application_id, trajectory, decision_id, by_person_id)
      values (${LEAF}, 2026, 'objection', 1, ${it.applicationId}, 1, uuidv7(), ${second.personId})`;
    expect(await past.then(() => "nothing", violatedConstraint)).toBe("objection_inside_first");
  });

  test("goes past a ceiling that was reached since, and lowering it releases that money first", async () => {
    await room(16_000);
    const it = await proposed(1, ["general"], []);
    await decide(first, it);
    for (const _ of [1, 2]) expect((await decide(first, await proposed(2, ["general"]))).ok).toBe(true);
    await object(it, [1]);
    expect((await confirm(second, later(it))).ok).toBe(true);
    expect(await line()).toEqual({ committed: euros(16_000), objection: euros(8_000) });
    await hearAndLower(it, []);
    expect((await confirm(second, later(it, 2))).ok).toBe(true);
    expect(await line()).toEqual({ committed: euros(16_000), objection: 0 });
    await expectInvariants(sql);
  });

  test("is refused when the ceiling already bound at the first decision", async () => {
    await room(8_000);
    const full = await proposed(1, ["general"]);
    const it = await proposed(2, ["general"], []);
    expect((await decide(first, full)).ok).toBe(true);
    await on(3);
    await decide(first, it);
    await object(it, [1]);
    expect(await confirm(second, later(it))).toMatchObject({
      refusal: { reason: "bound-then", freeCents: 0, askedCents: euros(8_000) },
    });
    expect(await rowOf(it)).toMatchObject({ state: "refused" });
  });

  test("is refused to the decider of the contested decision, also past the command", async () => {
    await room(20_000);
    const it = await proposed(1, ["general"], []);
    await decide(first, it);
    await object(it, [1]);
    const { proposalId, applicationId } = await seenOf(later(it));
    const past = sql`insert into decisions (application_id, organisation_id, application_version, proposal_id, outcome, lines,
        amount_cents, grounds, explanation, proposed_by, decided_by, decided_on)
      select application_id, (select organisation_id from applications where id = ${applicationId}), 99, id, outcome, lines,
        amount_cents, grounds, explanation, proposed_by, ${first.personId}, '2026-06-01' from proposals where id = ${proposalId}`;
    expect(await past.then(() => "nothing", violatedConstraint)).toBe("objection_by_another");
  });
});
