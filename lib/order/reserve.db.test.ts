import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aProposedCase, movesOf } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { anEmployer, aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import { expectInvariants } from "@/db/testing/invariants";
import { callUp } from "@/lib/decisions/commands/call-up";
import { decide } from "@/lib/decisions/commands/decide";
import { grantInPart } from "@/lib/decisions/commands/grant-in-part";
import { propose } from "@/lib/decisions/commands/propose";
import { reserve } from "@/lib/decisions/commands/reserve";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { euros, formatMoney } from "@/lib/money";
import { refuse } from "@/lib/result";
import { definitionOf } from "@/lib/schemes/registry";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";
import { reserveList } from "./queries/reserve-list";
import { reservePlace } from "./queries/reserve-place";

const { sql } = await testDatabase();
const decider = await aStaffMember(sql, ["decider"]);
const reviewer = await aStaffMember(sql, ["reviewer"]);
const on = (day: number) => setClock(new Date(`2026-06-0${day}T10:00:00Z`));
await on(1);
const windows = {
  werkgeverssubsidie: await aWindow(sql),
  startbaan: await aWindow(sql, { scheme: "startbaan" }),
};

beforeEach(async () => {
  await on(1);
  await sql`truncate lots, draw_seeds, draws, ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
  await withoutCeilings(sql);
});
const room = (amount: number, scheme: Scheme = "werkgeverssubsidie") =>
  theBudget(sql, 2026, { [definitionOf(scheme).budgetLine]: amount });
async function proposedOn(
  day: number,
  tracks: readonly Track[] = ["general"],
  scheme: Scheme = "werkgeverssubsidie",
) {
  await on(day);
  return aProposedCase(sql, { windowId: windows[scheme], scheme, reviewer, tracks });
}
type Case = Awaited<ReturnType<typeof proposedOn>>;
const stateOf = async ({ applicationId }: Case) =>
  (await sql`select state, awarded_cents::int as awarded from applications where id = ${applicationId}`)[0];
const later = (it: Case, by = 1): Case => ({ ...it, version: it.version + by });

describe("the last application in rank", () => {
  test("is granted the trajectories that fit, with the ceiling as ground for the rest", async () => {
    await room(9_000);
    const it = await proposedOn(1, ["general", "general"]);
    expect(await grantInPart(decider, { ...it, amountCents: euros(14_000) })).toEqual(
      refuse({ reason: "fits-otherwise" }),
    );
    expect((await grantInPart(decider, { ...it, amountCents: euros(8_000) })).ok).toBe(true);
    expect(await stateOf(it)).toEqual({ state: "partly_granted", awarded: euros(8_000) });
    const [decision] = await sql`select grounds, explanation, lines from decisions`;
    expect(decision).toMatchObject({
      grounds: ["ceiling"],
      lines: [{ trajectory: 1, amountCents: euros(8_000) }],
    });
    expect(decision?.explanation).toContain(formatMoney(euros(8_000)));
    expect(await grantInPart(decider, it)).toMatchObject({ refusal: { reason: "changed", by: "you" } });
    await expectInvariants(sql);
  });

  test("is granted the last cents where the rules version says so", async () => {
    await room(14_500.5, "startbaan");
    const it = await proposedOn(1, ["general", "general"], "startbaan");
    expect((await grantInPart(decider, it)).ok).toBe(true);
    expect(await stateOf(it)).toEqual({ state: "partly_granted", awarded: euros(14_500.5) });
    expect(
      (await sql`select committed_cents::int as c from ceilings where line_id = 'startbaan-experimenten'`)[0]
        ?.c,
    ).toBe(euros(14_500.5));
  });

  test("is granted nothing in part when all of it or none of it fits, or out of turn", async () => {
    await room(14_000);
    const whole = await proposedOn(1, ["general", "general"]);
    expect(await grantInPart(decider, whole)).toMatchObject({ refusal: { reason: "all-fits" } });
    const after = await proposedOn(2, ["general", "general", "general"]);
    expect(await grantInPart(decider, after)).toMatchObject({ refusal: { reason: "would-overtake" } });
    await decide(decider, whole);
    expect(await grantInPart(decider, after)).toMatchObject({ refusal: { reason: "ceiling-reached" } });
    await expect(grantInPart(decider, { ...after, applicationId: randomUUID() })).rejects.toThrow(
      "not found",
    );
  });
});

/** Room for two: one is granted, two are past the ceiling, the second of them a day later. */
async function aFullCeiling() {
  await room(8_000);
  const granted = await proposedOn(1);
  const [first, second] = [await proposedOn(2), await proposedOn(3)] as const;
  expect((await decide(decider, granted)).ok).toBe(true);
  return { granted, first, second };
}

describe("the reserve list", () => {
  test("takes an application past the ceiling, with one event and a letter, and shows its place", async () => {
    const { first, second } = await aFullCeiling();
    for (const it of [first, second]) expect((await reserve(decider, it)).ok).toBe(true);
    expect(await movesOf(sql, first.applicationId)).toEqual(["take_up 3", "propose 4", "reserve 5"]);
    expect(await reserve(decider, first)).toMatchObject({ refusal: { reason: "changed", move: "reserve" } });
    const jobs =
      await sql`select data from pgboss.job where name = 'letters' and data ->> 'kind' = 'reserve'`;
    expect(jobs.map(({ data }) => data.applicationId).sort()).toEqual(
      [first.applicationId, second.applicationId].sort(),
    );
    const job = { kind: "reserve" as const, applicationId: first.applicationId, about: "5" };
    expect(pdfText((await publishLetter(job)).content)).toContain("Uw aanvraag staat op de reservelijst");
    const told =
      await sql`select kind from messages where application_id = ${first.applicationId} and about = '5'`;
    expect(told).toEqual([{ kind: "reserve" }]);
    const place = (it: Case, actor = it.actor) => asActor(actor, (tx) => reservePlace(tx, it.applicationId));
    expect([await place(first), await place(second)]).toEqual([1, 2]);
    expect(await place(first, await anEmployer(sql))).toBeNull();
    const { waiting } = await reserveList(reviewer, { line: "werkgeverssubsidie", year: 2026 });
    expect(waiting.map(({ reference }) => reference)).toEqual([first.reference, second.reference]);
    await expectInvariants(sql);
  });

  test("refuses an application that still fits, one that is first in turn, and one that does not exist", async () => {
    await room(16_000);
    const fits = await proposedOn(1);
    expect(await reserve(decider, fits)).toMatchObject({ refusal: { reason: "still-fits" } });
    await room(8_000);
    const behind = await proposedOn(2);
    expect(await reserve(decider, behind)).toMatchObject({ refusal: { reason: "would-overtake" } });
    await expect(reserve(decider, { ...fits, applicationId: randomUUID() })).rejects.toThrow("not found");
  });

  test("goes before later applications, which cannot overtake it", async () => {
    const { first } = await aFullCeiling();
    await reserve(decider, first);
    await sql`update ceilings set ceiling_cents = ${euros(16_000)} where line_id = 'werkgeverssubsidie'`;
    const late = await proposedOn(4);
    expect(await decide(decider, late)).toMatchObject({ refusal: { reason: "would-overtake", count: 2 } });
  });

  test("is called up in rank order when money is released, and ends in a grant", async () => {
    const { first, second } = await aFullCeiling();
    await reserve(decider, first);
    await reserve(decider, second);
    const [one, two] = [later(first), later(second)];
    expect(await callUp(reviewer, one)).toMatchObject({ refusal: { reason: "ceiling-reached" } });
    await sql`update ceilings set ceiling_cents = ${euros(16_000)} where line_id = 'werkgeverssubsidie'`;
    expect(await callUp(reviewer, two)).toMatchObject({ refusal: { reason: "would-overtake", count: 1 } });
    expect(await callUp(decider, one)).toMatchObject({ refusal: { reason: "not-yours-to-do" } });
    expect((await callUp(reviewer, one)).ok).toBe(true);
    expect(await callUp(reviewer, one)).toMatchObject({ refusal: { reason: "changed", move: "call_up" } });
    expect(await callUp(reviewer, two)).toMatchObject({ refusal: { reason: "would-overtake" } });
    const again = later(one);
    const proposed = await propose(reviewer, { ...again, granted: [1], grounds: [], explanation: "" });
    expect(proposed.ok).toBe(true);
    expect((await decide(decider, later(again))).ok).toBe(true);
    expect(await stateOf(first)).toMatchObject({ state: "granted" });
    await expectInvariants(sql);
  });

  test("is refused to the proposer", async () => {
    const both = await aStaffMember(sql, ["reviewer", "decider"]);
    await room(0);
    const own = await aProposedCase(sql, { windowId: windows.werkgeverssubsidie, reviewer: both });
    expect(await reserve(both, own)).toMatchObject({ refusal: { reason: "own-proposal" } });
  });

  test("moves up when the first one withdraws", async () => {
    const { first, second } = await aFullCeiling();
    await reserve(decider, first);
    await reserve(decider, second);
    await sql`update ceilings set ceiling_cents = ${euros(16_000)} where line_id = 'werkgeverssubsidie'`;
    expect((await withdrawApplication(first.actor, first)).ok).toBe(true);
    expect(await asActor(second.actor, (tx) => reservePlace(tx, second.applicationId))).toBe(1);
    expect((await callUp(reviewer, later(second))).ok).toBe(true);
  });
});
