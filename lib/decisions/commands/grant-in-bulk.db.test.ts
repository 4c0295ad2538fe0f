import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import {
  aCaseInReview,
  type aProposedCase,
  belongsTo,
  movesOf,
  proposeFor,
  readStatement,
} from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aStaffMember, theBudget } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { dayOf, yearOf } from "@/lib/dates";
import { MANUAL_CHECKS } from "@/lib/decisions/manual-checks";
import { chosenSet } from "@/lib/decisions/queries/clean-cases";
import { publishBulk } from "@/lib/letters/commands/publish-bulk";
import { euros } from "@/lib/money";
import { refuse } from "@/lib/result";
import { decide } from "./decide";
import { grantInBulk } from "./grant-in-bulk";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
const YEAR = yearOf(TODAY);
const CEILING = { line: "werkgeverssubsidie", year: YEAR } as const;
const DAY = { ceiling: CEILING, day: TODAY } as const;
let decider: Staff;

beforeAll(async () => {
  decider = await aStaffMember(sql, ["decider"]);
});
beforeEach(async () => {
  await sql`truncate ledger_entries, decisions, bulk_grants, letters, proposals, trajectories, applications, events, event_heads, lots, draws, draw_seeds cascade`;
  await sql`update ceilings set committed_cents = 0, reserved_cents = 0`;
  await theBudget(sql, YEAR, { werkgeverssubsidie: 1_000_000 });
});

/** A proposal in which the reviewer settled by hand the checks that no bank or register answered. */
async function aCleanCase(...[db, options]: Parameters<typeof aProposedCase>) {
  const inReview = await aCaseInReview(db, options);
  await readStatement(db, inReview);
  return proposeFor(inReview, {
    ...options,
    choice: { manualChecks: [...MANUAL_CHECKS], ...options?.choice },
  });
}

/** The hash of the set that is on screen. */
const onScreen = (actor: Staff) =>
  asActor(actor, async (tx) => {
    const leaf = "werkgeverssubsidie";
    return chosenSet(tx, actor, DAY, { leaf, lines: await readCeilings(tx, CEILING) });
  });
const grant = async (actor: Staff) =>
  grantInBulk(actor, { ...DAY, digest: (await onScreen(actor)).digest || "0".repeat(64) });
const stateOf = async ({ applicationId }: { applicationId: string }) =>
  (await sql<{ state: string }[]>`select state from applications where id = ${applicationId}`)[0]?.state;

async function invariantsHold() {
  expect(await sql`select * from broken_streams()`).toHaveLength(0);
  const drift = await sql`
    select c.line_id from ceilings c where c.year = ${YEAR} and c.committed_cents <> coalesce(
      (select sum(e.amount_cents) from ledger_entries e join budget_lines l on l.id = e.line_id
        where c.line_id = any (l.path) and e.year = c.year), 0)`;
  expect(drift).toEqual([]);
}

test("every clean proposal of the day is granted: one decision, entries and one event each", async () => {
  const cases = [
    await aCleanCase(sql, { tracks: ["general", "women"] }),
    await aCleanCase(sql, { tracks: ["women"] }),
    await aCleanCase(sql),
  ];
  const result = await grant(decider);
  expect(result).toMatchObject({ ok: true, value: { count: 3 } });
  for (const it of cases) {
    expect(await stateOf(it)).toBe("granted");
    expect(await movesOf(sql, it.applicationId)).toEqual(["take_up 3", "propose 4", "grant 5"]);
    const [row] = await sql`
      select d.amount_cents::int as decided, d.decided_by, d.proposed_by,
        (select sum(amount_cents)::int from ledger_entries l where l.decision_id = d.id) as booked
      from decisions d where d.application_id = ${it.applicationId}`;
    expect(row).toMatchObject({ decided_by: decider.personId, proposed_by: it.reviewer.personId });
    expect(row?.booked).toBe(row?.decided);
  }
  const events = await sql`select payload from events where type = 'bulk.grant'`;
  expect(events).toMatchObject([{ payload: { applications: 3, amountCents: euros(30_000) } }]);
  await invariantsHold();
});

test("a bulk grant books exactly what single decisions book", async () => {
  const tracks = [["women"], ["general", "women"], ["women", "women"], ["general"]] as const;
  const entries = () => sql`
    select line_id, trajectory, sum(amount_cents)::int as cents from ledger_entries group by 1, 2 order by 1, 2`;
  const earmark = () =>
    theBudget(sql, YEAR, { "werkgeverssubsidie-vrouwen": 19_000, werkgeverssubsidie: 1_000_000 });
  await earmark();
  for (const some of tracks) {
    const proposed = await aCleanCase(sql, { tracks: some });
    expect((await decide(decider, proposed)).ok).toBe(true);
  }
  const single = await entries();
  await sql`truncate ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
  await sql`update ceilings set committed_cents = 0, reserved_cents = 0`;
  await earmark();
  for (const some of tracks) await aCleanCase(sql, { tracks: some });
  expect((await grant(decider)).ok).toBe(true);
  expect([...(await entries())]).toEqual([...single]);
  await invariantsHold();
});

test("one letter follows for each application, also when it is requested twice", async () => {
  await aCleanCase(sql);
  await aCleanCase(sql);
  const result = await grant(decider);
  if (!result.ok) throw new Error(result.refusal.reason);
  const { bulkId } = result.value;
  expect(
    await sql`select from pgboss.job where name = 'letters' and data ->> 'bulkId' = ${bulkId}`,
  ).toHaveLength(1);
  expect(await publishBulk({ bulkId })).toBe(2);
  expect(await publishBulk({ bulkId })).toBe(0);
  expect(await sql`select from letters`).toHaveLength(2);
});

describe("a bulk grant leaves out", () => {
  test("a part, an attention point, one's own proposal, one's own employer, and a returned proposal", async () => {
    const both = await aStaffMember(sql, ["reviewer", "decider"]);
    const clean = await aCleanCase(sql);
    const part = await aCleanCase(sql, {
      tracks: ["general", "general"],
      choice: { granted: [1], grounds: ["conditions"], explanation: "Traject 2 is te mager." },
    });
    const own = await aCleanCase(sql, { reviewer: both });
    const related = await aCleanCase(sql);
    await belongsTo(sql, both, related.actor);
    const unclear = await aCleanCase(sql);
    await sql`alter table proposals disable trigger proposals_only_returned`;
    await sql`update proposals set attention = 1 where application_id = ${unclear.applicationId}`;
    await sql`alter table proposals enable trigger proposals_only_returned`;
    const undecided = await aCaseInReview(sql);
    expect(await grant(both)).toMatchObject({ ok: true, value: { count: 1 } });
    expect(await stateOf(clean)).toBe("granted");
    for (const it of [part, own, related, unclear]) expect(await stateOf(it)).toBe("proposed");
    expect(await stateOf(undecided)).toBe("in_review");
  });

  test("an application that shares a person or an account with another since it was proposed", async () => {
    const [first, second, third] = [await aCleanCase(sql), await aCleanCase(sql), await aCleanCase(sql)];
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update trajectories set person_key = (select person_key from trajectories where application_id = ${first.applicationId})
        where application_id = ${second.applicationId}`;
    });
    expect((await onScreen(decider)).count).toBe(1);
    await grant(decider);
    expect([await stateOf(first), await stateOf(second), await stateOf(third)]).toEqual([
      "proposed",
      "proposed",
      "granted",
    ]);
  });
});

test("an employer that an unlisted other names as group; the employer that names it stays in", async () => {
  const parent = await aCleanCase(sql);
  const kvkOf = async ({ actor }: typeof parent) =>
    String(
      (await sql`select kvk_number from organisations where id = ${actor.organisationId}`)[0]?.kvk_number,
    );
  const daughter = await aCleanCase(sql, { groupKvkNumbers: await kvkOf(parent) });
  const stranger = await aCleanCase(sql);
  expect(await grant(decider)).toMatchObject({ ok: true, value: { count: 2 } });
  expect([await stateOf(parent), await stateOf(daughter), await stateOf(stranger)]).toEqual([
    "proposed",
    "granted",
    "granted",
  ]);
});

describe("a bulk grant is refused", () => {
  test("when the set is empty, or has become empty", async () => {
    expect(await grant(decider)).toEqual(refuse({ reason: "nothing-to-grant" }));
    await aCleanCase(sql);
    const { digest } = await onScreen(decider);
    expect((await grantInBulk(decider, { ...DAY, digest })).ok).toBe(true);
    expect(await grantInBulk(decider, { ...DAY, digest })).toEqual(refuse({ reason: "nothing-to-grant" }));
  });

  test("when the set differs from the one on screen", async () => {
    await aCleanCase(sql);
    const { digest } = await onScreen(decider);
    const late = await aCleanCase(sql);
    expect(await grantInBulk(decider, { ...DAY, digest })).toEqual(refuse({ reason: "set-changed" }));
    expect(await stateOf(late)).toBe("proposed");
  });

  test("when the set asks more than is free, and the refusal names the amount", async () => {
    await theBudget(sql, YEAR, { werkgeverssubsidie: 15_000 });
    const cases = [await aCleanCase(sql), await aCleanCase(sql)];
    expect(await grant(decider)).toEqual(
      refuse({ reason: "bulk-too-much", count: 2, askedCents: euros(16_000), freeCents: euros(15_000) }),
    );
    for (const it of cases) expect(await stateOf(it)).toBe("proposed");
    await invariantsHold();
  });

  test("when other applications of the day, or of an earlier day, could still use the money", async () => {
    await theBudget(sql, YEAR, { werkgeverssubsidie: 20_000 });
    await aCleanCase(sql);
    await aCleanCase(sql);
    const other = await aCaseInReview(sql);
    expect(await grant(decider)).toMatchObject({ refusal: { reason: "needs-draw", count: 1 } });
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update applications set rank_day = rank_day - 1 where id = ${other.applicationId}`;
    });
    expect(await grant(decider)).toMatchObject({ refusal: { reason: "bulk-would-overtake", count: 1 } });
  });
});

test("a single decision at the same moment: each application is decided once", async () => {
  const cases = [await aCleanCase(sql), await aCleanCase(sql), await aCleanCase(sql)];
  const other = await aStaffMember(sql, ["decider"]);
  const { digest } = await onScreen(decider);
  const [one] = cases;
  if (!one) throw new Error("no case");
  const [together, single] = await Promise.all([
    grantInBulk(decider, { ...DAY, digest }),
    decide(other, one),
  ]);
  expect([together.ok, single.ok].sort()).toEqual([false, true]);
  expect((await sql`select from decisions where application_id = ${one.applicationId}`).count).toBe(1);
  await invariantsHold();
});
