import { sql as raw } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aTreatmentOrder, dayInJune } from "@/db/testing/treatment-order";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { euros } from "@/lib/money";
import { refuse } from "@/lib/result";

const { sql } = await testDatabase();
const SCHEME = "werkgeverssubsidie" as const;
const { on, room, proposedOn, grant, ...stage } = await aTreatmentOrder(sql);
const { windowId, reviewer, decider, holder } = stage;

describe("no overtaking", () => {
  test("a later day waits while an earlier one could still use the free amount", async () => {
    await room(15_000);
    const first = await proposedOn(1);
    const second = await proposedOn(2);
    expect(await grant(second)).toEqual(
      refuse({
        ...{ reason: "would-overtake", firstDay: dayInJune(1), count: 1 },
        ...{ claimedCents: euros(8_000), freeCents: euros(15_000) },
      }),
    );
    expect((await grant(first)).ok).toBe(true);
    expect(await grant(second)).toMatchObject({ refusal: { reason: "ceiling-reached" } });
  });

  test("no application waits when everything fits, and an undrawn day goes in any order", async () => {
    await room(24_000);
    const earlier = await proposedOn(1);
    const [one, other] = [await proposedOn(2), await proposedOn(2)];
    for (const it of [other, one, earlier]) expect((await grant(it)).ok).toBe(true);
  });

  test("an application that is withdrawn or refused makes room for the next", async () => {
    await room(8_000);
    const first = await proposedOn(1);
    const second = await proposedOn(2);
    expect((await grant(second)).ok).toBe(false);
    await withdrawApplication(first.actor, { applicationId: first.applicationId });
    expect((await grant(second)).ok).toBe(true);
  });

  test("a refusal does not wait for other applications", async () => {
    await room(8_000);
    await proposedOn(1);
    await on(2);
    const refused = await aProposedCase(sql, {
      ...{ windowId, reviewer },
      choice: { granted: [], grounds: ["conditions"], explanation: "Het plan is te mager." },
    });
    expect((await grant(refused)).ok).toBe(true);
  });

  test("women's trajectories do not wait for general requests, which cannot use the earmark", async () => {
    await room(16_000, 8_000);
    await proposedOn(1);
    await proposedOn(1);
    const woman = await proposedOn(2, "women");
    const man = await proposedOn(2);
    expect(await grant(man)).toMatchObject({ refusal: { reason: "would-overtake" } });
    expect((await grant(woman)).ok).toBe(true);
  });

  test("the earmark goes to the first women's trajectory in rank", async () => {
    await room(8_000, 8_000);
    const first = await proposedOn(1, "women");
    const second = await proposedOn(2, "women");
    expect(await grant(second)).toMatchObject({ refusal: { reason: "would-overtake", count: 1 } });
    expect((await grant(first)).ok).toBe(true);
  });

  test("only deciders can read the queue", async () => {
    const { applicationId } = await proposedOn(1);
    await proposedOn(1);
    const count = (actor: typeof decider) =>
      asActor(actor, (tx) =>
        tx.execute(
          raw`select count from queue_before(${applicationId}, ${SCHEME}, 2026, '2026-06-01', true)`,
        ),
      );
    expect((await count(decider)).rows).toEqual([{ count: 1 }]);
    expect((await count(holder)).rows).toEqual([]);
  });

  test("applications of the crossing day wait for its draw", async () => {
    await room(12_000);
    const [one] = [await proposedOn(1), await proposedOn(1)];
    expect(await grant(one)).toEqual(
      refuse({
        ...{ reason: "needs-draw", day: dayInJune(1), count: 1 },
        ...{ claimedCents: euros(8_000), freeCents: euros(12_000) },
      }),
    );
  });

  test.each([
    ["the earlier first", false],
    ["the later first", true],
  ])("two deciders at once, %s: only the earlier application is granted", async (_order, reversed) => {
    await room(12_000);
    const cases = [await proposedOn(1), await proposedOn(2)] as const;
    const started = (reversed ? [...cases].reverse() : [...cases]).map(grant);
    const answers = await Promise.all(started);
    const [first, second] = reversed ? answers.reverse() : answers;
    expect(first?.ok).toBe(true);
    expect(second?.ok).toBe(false);
    const [left] = await sql`select count(*)::int as n from decisions`;
    expect(left?.n).toBe(1);
  });
});
