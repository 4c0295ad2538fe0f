import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadReference } from "@/db/reference/load";
import { testDatabase } from "@/db/testing/database";
import { anEmployer, aStaffMember } from "@/db/testing/factories";
import type { StaffRole } from "@/lib/actor";
import { proposeAmount } from "@/lib/budget/commands/propose-change";
import { confirmChange } from "@/lib/budget/commands/settle-change";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { openWindows } from "@/lib/filing/queries/open-windows";
import { type Cents, euros } from "@/lib/money";
import { refuse } from "@/lib/result";
import { dropPlan, proposePlan, publishPlan, returnPlan } from "./commands/move-plan";
import { writePlan } from "./commands/write-plan";
import { publishedWindows } from "./queries/published-windows";
import { allPlans, onePlan } from "./queries/window-plans";
import { planSchema } from "./schema";

const { sql, ownerUrl } = await testDatabase();
await loadReference(ownerUrl, { demo: true });
const holder = await aStaffMember(sql, ["budget_holder"]);
const colleague = await aStaffMember(sql, ["budget_holder"]);
const [clock] = await sql<{ year: number; today: string }[]>`
  select extract(year from legal_today())::int as year, legal_today()::text as today`;
const YEAR = (clock?.year ?? 0) + 1;
const LINE = "werkgeverssubsidie" as const;
const written = {
  scheme: "werkgeverssubsidie" as const,
  ceiling: { line: LINE, year: YEAR },
  opensOn: `${YEAR}-03-01`,
  closesOn: `${YEAR}-03-31`,
  distribution: "window_lottery" as const,
  decisionWeeks: 13,
  rulesVersion: "werkgeverssubsidie-2026",
  publication: "Stcrt. 2026, 12345",
  publishedOn: clock?.today ?? "",
};

beforeEach(async () => {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`truncate window_plans, ceiling_changes, events, event_heads`;
    await tx`delete from windows where year >= ${YEAR}`;
    await tx`delete from ceilings where line_id = ${LINE} and year = ${YEAR}`;
    await tx`insert into ceilings (line_id, year, ceiling_cents, source, decided_by)
      values (${LINE}, ${YEAR}, ${euros(2_000_000)}, 'test', 'test')`;
  });
});

type Seen = { planId: string; revision: number };
function must<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const aDraft = async (change: Partial<typeof written> = {}): Promise<Seen> =>
  must(await writePlan(holder, { ...written, ...change }));
async function aProposal(change: Partial<typeof written> = {}): Promise<Seen> {
  const draft = await aDraft(change);
  must(await proposePlan(holder, draft));
  return draft;
}
const eventsOf = async ({ planId }: Seen) =>
  (await sql`select type from events where stream = ${`window:${planId}`} order by number`).map(
    ({ type }) => type,
  );

describe("a window", () => {
  test("is written and proposed by one person, published by another, and exists from then on, with an event each", async () => {
    const seen = await aProposal();
    expect(await publishPlan(holder, seen)).toEqual(refuse({ reason: "own-plan" }));
    expect(await publishPlan(colleague, seen)).toEqual({
      ok: true,
      value: { windowId: `werkgeverssubsidie-${YEAR}` },
    });
    expect(await eventsOf(seen)).toEqual(["window.write", "window.propose", "window.publish"]);
    const window = (await publishedWindows(colleague)).find(({ year }) => year === YEAR);
    expect(window).toMatchObject({
      ...{ scheme: "werkgeverssubsidie", distribution: "window_lottery", announcedCents: euros(2_000_000) },
      ...{ opensAt: new Date(`${YEAR}-03-01T08:00:00Z`), closesAt: new Date(`${YEAR}-03-31T15:00:00Z`) },
    });
    expect(await openWindows(await anEmployer(sql))).toContainEqual(
      expect.objectContaining({ year: YEAR, distribution: "window_lottery" }),
    );
    expect(await publishPlan(colleague, seen)).toEqual(
      refuse({ reason: "another-state", state: "published" }),
    );
    expect(await eventsOf(seen)).toHaveLength(3);
  });

  test("can be edited until it is proposed, by a person who saw its last text", async () => {
    const first = await aDraft();
    const again = must(await writePlan(colleague, { ...written, ...first, decisionWeeks: 22 }));
    expect(again).toEqual({ planId: first.planId, revision: 2 });
    expect(await writePlan(holder, { ...written, ...first })).toEqual(refuse({ reason: "plan-rewritten" }));
    expect(await proposePlan(holder, first)).toEqual(refuse({ reason: "plan-rewritten" }));
    expect(await onePlan(holder, first.planId)).toMatchObject({ decisionWeeks: 22, revision: 2 });
    must(await proposePlan(holder, again));
    expect(await writePlan(holder, { ...written, ...again })).toEqual(
      refuse({ reason: "another-state", state: "proposed" }),
    );
  });

  test("returns to draft, and a draft can be discarded, once", async () => {
    const seen = await aProposal();
    must(await returnPlan(colleague, seen));
    expect(await returnPlan(colleague, seen)).toEqual(refuse({ reason: "another-state", state: "draft" }));
    must(await dropPlan(holder, seen));
    expect(await dropPlan(holder, seen)).toEqual(refuse({ reason: "another-state", state: "dropped" }));
    expect(await eventsOf(seen)).toEqual(["window.write", "window.propose", "window.return", "window.drop"]);
    expect((await allPlans(holder)).map(({ state }) => state)).toEqual(["dropped"]);
  });

  test("does not overlap another of its scheme, also when both were proposed", async () => {
    const [one, other] = [
      await aProposal(),
      await aProposal({ opensOn: `${YEAR}-03-31`, closesOn: `${YEAR}-05-31` }),
    ];
    must(await publishPlan(colleague, one));
    const overlaps = { reason: "overlaps", opensOn: `${YEAR}-03-01`, closesOn: `${YEAR}-03-31` } as const;
    expect(await publishPlan(colleague, other)).toEqual(refuse(overlaps));
    expect(await writePlan(holder, written)).toEqual(refuse(overlaps));
    const later = await aProposal({ opensOn: `${YEAR}-06-01`, closesOn: `${YEAR}-06-30` });
    expect(await publishPlan(colleague, later)).toMatchObject({
      value: { windowId: `werkgeverssubsidie-${YEAR}-2` },
    });
  });

  test("two of one scheme published at once: one of them is published", async () => {
    const plans = [await aProposal(), await aProposal()];
    const results = await Promise.allSettled(plans.map((seen) => publishPlan(colleague, seen)));
    expect(results.filter((it) => it.status === "fulfilled" && it.value.ok)).toHaveLength(1);
    expect((await publishedWindows(holder)).filter(({ year }) => year === YEAR)).toHaveLength(1);
  });

  test("is made known with the ceiling that was shown", async () => {
    const seen = await aProposal();
    const raised = must(
      await proposeAmount(holder, {
        ...{ line: LINE, year: YEAR, ceiling: euros(2_500_000) as Cents },
        ...{ changeReason: "Voorjaarsnota", publication: "Staatscourant", publishedOn: written.publishedOn },
      }),
    );
    must(await confirmChange(colleague, raised));
    expect(await publishPlan(colleague, seen)).toEqual(refuse({ reason: "plan-ceiling-changed" }));
    must(await returnPlan(colleague, seen));
    const again = must(await writePlan(holder, { ...written, ...seen }));
    must(await proposePlan(holder, again));
    must(await publishPlan(colleague, again));
    const [window] =
      await sql`select line_id, announced_cents::int as cents from windows where year = ${YEAR}`;
    expect(window).toEqual({ line_id: LINE, cents: euros(2_500_000) });
  });

  test.each<StaffRole>(["reviewer", "decider", "auditor"])("is refused to the %s", async (role) => {
    const other = await aStaffMember(sql, [role]);
    const seen = await aProposal();
    const no = refuse({ reason: "not-yours-to-do" });
    expect(await writePlan(other, written)).toEqual(no);
    for (const step of [proposePlan, returnPlan, dropPlan, publishPlan])
      expect(await step(other, seen)).toEqual(no);
    expect(await allPlans(other)).toHaveLength(role === "auditor" ? 1 : 0);
  });

  test("that does not exist is not found", async () => {
    const nothing = { planId: randomUUID(), revision: 1 };
    for (const step of [proposePlan, returnPlan, dropPlan, publishPlan])
      await expect(step(holder, nothing)).rejects.toThrow(NotFound);
    await expect(writePlan(holder, { ...written, ...nothing })).rejects.toThrow(NotFound);
    expect(await onePlan(holder, nothing.planId)).toBeUndefined();
  });
});

describe("outside the demo", () => {
  beforeEach(async () => {
    await sql`update installation set is_demo = false`;
  });
  afterEach(async () => {
    await sql`update installation set is_demo = true`;
  });
  const assumed = { refusal: { reason: "rules-assumed" } };

  test("no window of which an amount or condition is an assumption is written, proposed or published", async () => {
    expect(await writePlan(holder, written)).toMatchObject(assumed);
    await sql`update installation set is_demo = true`;
    const [draft, seen] = [
      await aDraft({ opensOn: `${YEAR}-06-01`, closesOn: `${YEAR}-06-30` }),
      await aProposal(),
    ];
    await sql`update installation set is_demo = false`;
    expect(await proposePlan(holder, draft)).toMatchObject(assumed);
    expect(await publishPlan(colleague, seen)).toMatchObject(assumed);
    const past = sql`update window_plans set state = 'published', settled_by = ${colleague.personId}
      where id = ${seen.planId}`;
    expect(await past.then(() => "nothing", violatedConstraint)).toBe("windows_of_known_rules");
  });

  test("a window of rules that a regulation gives in full is published, with its number in the Staatscourant", async () => {
    await sql`update installation set is_demo = true`;
    const seen = await aProposal();
    await sql.begin(async (tx) => {
      await tx`update installation set is_demo = false`;
      await tx`set local session_replication_role = replica`;
      await tx`update rules_versions set assumed = '{}' where id = ${written.rulesVersion}`;
      await tx`set local session_replication_role = origin`;
      await tx`update window_plans set state = 'published', settled_by = ${colleague.personId}
        where id = ${seen.planId}`;
      const [window] = await tx`select publication_number from windows where year = ${YEAR}`;
      expect(window).toEqual({ publication_number: "Stcrt. 2026, 12345" });
      await tx`set local session_replication_role = replica`;
      await tx`update rules_versions set assumed = '{amountsCents}' where id = ${written.rulesVersion}`;
    });
  });
});

test("a publication that is no number of the Staatscourant is refused by the form and the database", async () => {
  const form = { ...written, dividedCeiling: "", publication: "Kamerbrief" };
  expect(planSchema.safeParse(form).error?.issues).toContainEqual(
    expect.objectContaining({ path: ["publication"], message: "not_a_publication_number" }),
  );
  expect(await aDraft({ publication: "Kamerbrief" }).then(() => "nothing", violatedConstraint)).toBe(
    "window_plans_made_known",
  );
});

test("cannot be published past the commands: not by one person, with another text, later, or twice", async () => {
  const violation = (statement: Promise<unknown>) => statement.then(() => "nothing", violatedConstraint);
  const { planId } = await aProposal();
  const { planId: draft } = await aDraft({ opensOn: `${YEAR}-09-01`, closesOn: `${YEAR}-09-30` });
  const publish = (by: string, set = sql``) =>
    sql`update window_plans set state = 'published', settled_by = ${by} ${set} where id = ${planId}`;
  expect(await violation(publish(holder.personId))).toBe("window_plans_by_another");
  expect(await violation(publish(colleague.personId, sql`, distribution = 'day_rank_lot'`))).toBe(
    "window_plans_step_only",
  );
  expect(await violation(publish(colleague.personId, sql`, ceiling_cents = 1`))).toBe(
    "window_plans_step_only",
  );
  expect(await violation(publish(colleague.personId, sql`, proposed_by = ${colleague.personId}`))).toBe(
    "window_plans_step_only",
  );
  expect(
    await violation(
      sql`update window_plans set state = 'published', settled_by = ${colleague.personId} where id = ${draft}`,
    ),
  ).toBe("window_plans_allowed_step");
  expect(await violation(sql`update window_plans set decision_weeks = 2 where id = ${draft}`)).toBe(
    "window_plans_revision_counts",
  );
  await publish(colleague.personId);
  for (const change of [
    sql`update window_plans set publication = 'x' where id = ${planId}`,
    sql`delete from window_plans where id = ${planId}`,
  ])
    expect(await violation(change)).toBe("window_plans_allowed_step");
  for (const change of [
    sql`update windows set distribution = 'day_rank_lot' where year = ${YEAR}`,
    sql`update windows set announced_cents = 1 where year = ${YEAR}`,
    sql`delete from windows where year = ${YEAR}`,
  ])
    expect(await violation(change)).toBe("windows_append_only");
});
