import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { decisions } from "@/db/schema";
import { aProposedCase, belongsTo, movesOf } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember, theBudget } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import { dayOf, yearOf } from "@/lib/dates";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { euros } from "@/lib/money";
import { refuse } from "@/lib/result";
import { decide } from "./decide";
import { returnProposal } from "./return-proposal";

const { sql } = await testDatabase();
const decider = await aStaffMember(sql, ["decider"]);
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const YEAR = yearOf(dayOf(clock?.now ?? new Date(0)));
const PART = { granted: [2], grounds: ["conditions" as const], explanation: "Traject 1 is te mager." };

beforeAll(() => theBudget(sql, YEAR));

type Case = Awaited<ReturnType<typeof aProposedCase>>;
const seen = ({ applicationId, version }: Case) => ({ applicationId, version });
const entriesOf = (id: string) =>
  sql`select line_id, year, trajectory, amount_cents::int as cents from ledger_entries where application_id = ${id} order by trajectory`;
const decisionsOf = (id: string) =>
  sql`select outcome, amount_cents::int as cents, decided_by, proposed_by, application_version from decisions where application_id = ${id}`;
const stateOf = async (id: string) =>
  (await sql`select state, version, awarded_cents::int as awarded from applications where id = ${id}`)[0];
const committed = async () =>
  Object.fromEntries(
    (await sql`select line_id, committed_cents::int as cents from ceilings where year = ${YEAR}`).map(
      ({ line_id, cents }) => [line_id, cents],
    ),
  );

test("outside the demo no assumed amount is granted, by the command or the database", async () => {
  const proposed = await aProposedCase(sql);
  await sql`update installation set is_demo = false`;
  expect(await decide(decider, seen(proposed))).toEqual(refuse({ reason: "amount-assumed" }));
  expect(await stateOf(proposed.applicationId)).toMatchObject({ state: "proposed", awarded: null });
  await sql`update installation set is_demo = true`;
  expect(await decide(decider, seen(proposed))).toMatchObject({ ok: true });
});

test("aid is counted on the day of the decision, with what was granted since (2023/2831 art. 3(3))", async () => {
  const first = await aProposedCase(sql, { aid: "286.000" });
  const { actor } = first;
  const second = await aProposedCase(sql, { actor, scheme: "startbaan", aid: "286.000" });
  expect(await decide(decider, seen(first))).toMatchObject({ ok: true });
  expect(await decide(decider, seen(second))).toMatchObject({
    refusal: { reason: "aid-ceiling-reached", sumCents: euros(304_000), limitCents: euros(300_000) },
  });
  expect(await stateOf(second.applicationId)).toMatchObject({ state: "proposed", awarded: null });
  expect(await withdrawApplication(actor, { applicationId: second.applicationId })).toMatchObject({
    ok: true,
  });
});

test("a grant commits the money on the line and on every ancestor, with one event", async () => {
  const before = await committed();
  const proposed = await aProposedCase(sql, { tracks: ["general", "women"] });
  expect((await decide(decider, seen(proposed))).ok).toBe(true);
  const id = proposed.applicationId;
  expect(await stateOf(id)).toEqual({ state: "granted", version: 5, awarded: euros(14_000) });
  expect([...(await decisionsOf(id))]).toEqual([
    {
      ...{ outcome: "grant", cents: euros(14_000), application_version: 5 },
      ...{ decided_by: decider.personId, proposed_by: proposed.reviewer.personId },
    },
  ]);
  expect([...(await entriesOf(id))]).toEqual([
    { line_id: "werkgeverssubsidie", year: YEAR, trajectory: 1, cents: euros(8_000) },
    { line_id: "werkgeverssubsidie", year: YEAR, trajectory: 2, cents: euros(6_000) },
  ]);
  const after = await committed();
  for (const line of ["werkgeverssubsidie", "actieagenda", "vjn-2025"])
    expect(after[line] - before[line]).toBe(euros(14_000));
  expect(await movesOf(sql, id)).toEqual(["take_up 3", "propose 4", "grant 5"]);
});

test("a partial grant commits the granted amount only", async () => {
  const proposed = await aProposedCase(sql, { tracks: ["general", "women"], choice: PART });
  expect((await decide(decider, seen(proposed))).ok).toBe(true);
  expect(await stateOf(proposed.applicationId)).toMatchObject({
    state: "partly_granted",
    awarded: euros(8_000),
  });
  expect(await entriesOf(proposed.applicationId)).toMatchObject([{ trajectory: 2, cents: euros(8_000) }]);
});

test("a refusal commits nothing", async () => {
  const proposed = await aProposedCase(sql, { choice: { ...PART, granted: [] } });
  expect((await decide(decider, seen(proposed))).ok).toBe(true);
  expect(await stateOf(proposed.applicationId)).toMatchObject({ state: "refused", awarded: 0 });
  expect(await entriesOf(proposed.applicationId)).toHaveLength(0);
  expect(await decisionsOf(proposed.applicationId)).toMatchObject([{ outcome: "refuse", cents: 0 }]);
});

describe("four eyes", () => {
  test("nobody decides on their own proposal", async () => {
    const both = await aStaffMember(sql, ["reviewer", "decider"]);
    const proposed = await aProposedCase(sql, { reviewer: both });
    expect(await decide(both, seen(proposed))).toEqual(refuse({ reason: "own-proposal" }));
    await untouched(proposed);
  });

  test("the database refuses a decision on one's own proposal without the command", async () => {
    const both = await aStaffMember(sql, ["reviewer", "decider"]);
    const proposed = await aProposedCase(sql, { reviewer: both });
    expect(await constraintThatStops(both, proposed)).toBe("decisions_four_eyes");
    await untouched(proposed);
  });
});

describe("own employer", () => {
  test("nobody decides on an application of their own employer", async () => {
    const proposed = await aProposedCase(sql);
    const relative = await aStaffMember(sql, ["decider"]);
    await belongsTo(sql, relative, proposed.actor);
    expect(await decide(relative, seen(proposed))).toEqual(refuse({ reason: "own-employer" }));
    await untouched(proposed);
  });

  test("the database refuses a decision on one's own employer without the command", async () => {
    const proposed = await aProposedCase(sql);
    const relative = await aStaffMember(sql, ["decider"]);
    await belongsTo(sql, relative, proposed.actor);
    expect(await constraintThatStops(relative, proposed)).toBe("handler_not_own_employer");
    await untouched(proposed);
  });
});

describe("a decision is refused", () => {
  test("to an official who is only a reviewer", async () => {
    const proposed = await aProposedCase(sql);
    expect(await decide(proposed.reviewer, seen(proposed))).toEqual(refuse({ reason: "not-yours-to-do" }));
    await untouched(proposed);
  });

  test("without a proposal, or on a case that does not exist", async () => {
    const filed = await aFiledApplication(sql);
    expect(await decide(decider, filed)).toEqual(refuse({ reason: "not-yours-to-do" }));
    await expect(decide(decider, { applicationId: randomUUID(), version: 1 })).rejects.toThrow(NotFound);
  });

  test("a second time: there is one decision, and the second caller reads that it was taken", async () => {
    const proposed = await aProposedCase(sql);
    await decide(decider, seen(proposed));
    expect(await decide(decider, seen(proposed))).toMatchObject({
      refusal: { reason: "changed", move: "grant", by: "you" },
    });
    expect(await decisionsOf(proposed.applicationId)).toHaveLength(1);
    expect(await entriesOf(proposed.applicationId)).toHaveLength(1);
  });

  test.each([
    ["a colleague who decides", (other: Staff, c: Case) => decide(other, seen(c))],
    [
      "a colleague who returns it",
      (other: Staff, c: Case) => returnProposal(other, { ...seen(c), reason: "Nee." }),
    ],
    [
      "the employer who withdraws it",
      (_: Staff, c: Case) => withdrawApplication(c.actor, { applicationId: c.applicationId }),
    ],
  ])(
    "beside %s at the same moment: one of the two happens, and the other caller is told",
    async (_who, rival) => {
      const proposed = await aProposedCase(sql);
      const other = await aStaffMember(sql, ["decider"]);
      const [mine, theirs] = await Promise.all([decide(decider, seen(proposed)), rival(other, proposed)]);
      expect([mine.ok, theirs.ok].sort()).toEqual([false, true]);
      expect(await movesOf(sql, proposed.applicationId)).toHaveLength(3);
      expect(await decisionsOf(proposed.applicationId)).toHaveLength(
        (await stateOf(proposed.applicationId))?.state === "granted" ? 1 : 0,
      );
    },
  );
});

describe("when the ceiling is reached", () => {
  beforeAll(() => theBudget(sql, YEAR, { "startbaan-experimenten": 15_000 }));

  test("the refusal names the line, the free amount and the part that fits, and nothing is written", async () => {
    const before = await committed();
    const proposed = await aProposedCase(sql, { scheme: "startbaan", tracks: ["general", "women"] });
    expect(await decide(decider, seen(proposed))).toEqual(
      refuse({
        ...{ reason: "ceiling-reached", line: "startbaan-experimenten", year: YEAR },
        ...{ freeCents: euros(15_000), askedCents: euros(20_000), fits: [1] },
      }),
    );
    await untouched(proposed);
    expect(await committed()).toEqual(before);
    await withdrawApplication(proposed.actor, { applicationId: proposed.applicationId });
  });

  test("a grant that fits exactly is allowed, and the next is refused", async () => {
    const first = await aProposedCase(sql, { scheme: "startbaan" });
    expect((await decide(decider, seen(first))).ok).toBe(true);
    const second = await aProposedCase(sql, { scheme: "startbaan" });
    expect(await decide(decider, seen(second))).toMatchObject({
      refusal: { reason: "ceiling-reached", freeCents: euros(5_000), fits: [] },
    });
    await untouched(second);
  });

  test("a year without a ceiling is refused as such, not as a ceiling of zero", async () => {
    const proposed = await aProposedCase(sql, { scheme: "startbaan" });
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update ceilings set year = 1999 where line_id = 'startbanen' and year = ${YEAR}`;
    });
    expect(await decide(decider, seen(proposed))).toEqual(
      refuse({ reason: "no-ceiling", line: "startbanen" }),
    );
    await untouched(proposed);
  });
});

async function untouched({ applicationId, version }: Case) {
  expect(await stateOf(applicationId)).toEqual({ state: "proposed", version, awarded: null });
  expect(await decisionsOf(applicationId)).toHaveLength(0);
  expect(await entriesOf(applicationId)).toHaveLength(0);
  expect(await movesOf(sql, applicationId)).toEqual(["take_up 3", "propose 4"]);
}

async function constraintThatStops(
  actor: Staff,
  { applicationId, proposalId, reviewer, actor: employer }: Case,
) {
  const bypass = asActor(actor, (tx, now) =>
    tx.insert(decisions).values({
      ...{ applicationId, proposalId, applicationVersion: 5, organisationId: employer.organisationId },
      ...{ outcome: "refuse", lines: [], amountCents: euros(0), grounds: [], explanation: "" },
      ...{ proposedBy: reviewer.personId, decidedBy: actor.personId, decidedOn: dayOf(now) },
    }),
  );
  return bypass.then(() => "nothing", violatedConstraint);
}
