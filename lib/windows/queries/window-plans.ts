import "server-only";
import { desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readAs, type Tx } from "@/db/client";
import { people, windowPlans } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { dayOf } from "@/lib/dates";

const [writer, proposer, settler] = [
  alias(people, "writer"),
  alias(people, "proposer"),
  alias(people, "settler"),
];

/** Window plans, open ones first, then the newest; at most 200. */
export const allPlans = (actor: Staff) => readAs(actor, (tx) => plans(tx, actor, undefined));

/** One plan, for budget holders and auditors; undefined when there is none. */
export const onePlan = (actor: Staff, id: string) =>
  readAs(actor, async (tx) => (await plans(tx, actor, eq(windowPlans.id, id)))[0]);

async function plans(tx: Tx, actor: Staff, which: SQL | undefined) {
  const rows = await tx
    .select({
      plan: windowPlans,
      writtenByName: writer.name,
      proposedByName: proposer.name,
      settledByName: settler.name,
    })
    .from(windowPlans)
    .innerJoin(writer, eq(writer.id, windowPlans.writtenBy))
    .leftJoin(proposer, eq(proposer.id, windowPlans.proposedBy))
    .leftJoin(settler, eq(settler.id, windowPlans.settledBy))
    .where(which)
    .orderBy(
      sql`array_position(array['proposed', 'draft', 'published', 'dropped'], ${windowPlans.state})`,
      desc(windowPlans.writtenAt),
    )
    .limit(200);
  return rows.map(({ plan, ...names }) => ({
    ...plan,
    ...names,
    opensOn: dayOf(plan.opensAt),
    closesOn: dayOf(plan.closesAt),
    isOwn: plan.proposedBy === actor.personId,
  }));
}

export type WindowPlan = Awaited<ReturnType<typeof plans>>[number];
