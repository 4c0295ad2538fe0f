import "server-only";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { applications, organisations } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { budgetEffect, type Entry, type LineYear } from "@/lib/budget/allocation";
import { ceilingOf } from "@/lib/budget/ceiling";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { type Day, dayOf } from "@/lib/dates";
import type { BulkSet } from "@/lib/decisions/bulk-grant";
import { cents } from "@/lib/money";
import { chosenCases, chosenSet, mayGrant, type RankDay } from "./clean-cases";

const SHOWN = 50;

/** Days with open proposals per ceiling, the first in rank first: number and amount. */
export function waitingProposals(actor: Staff) {
  return readAs(actor, async (tx) => {
    const rows = await tx
      .select({
        lineId: applications.lineId,
        year: applications.year,
        day: sql<Day>`${applications.rankDay}::text`,
        count: sql<number>`count(*)::int`,
        requestedCents: sql<number>`sum(${applications.requestedCents})`.mapWith(Number),
      })
      .from(applications)
      .where(eq(applications.state, "proposed"))
      .groupBy(applications.lineId, applications.year, applications.rankDay)
      .orderBy(asc(applications.rankDay), asc(applications.lineId), asc(applications.year))
      .limit(SHOWN);
    return rows.map((row) => ({ ...row, ceiling: ceilingOf(row) }));
  });
}

export type WaitingDay = Awaited<ReturnType<typeof waitingProposals>>[number];

/**
 * A preview of granting one day at once: the applications in and out of the set, the budget, and why it would be
 * refused.
 */
export function bulkGrantView(actor: Staff, rankDay: RankDay) {
  return readAs(actor, async (tx, now) => {
    const today = dayOf(now);
    const { line: leaf, year } = rankDay.ceiling;
    const lines = await readCeilings(tx, rankDay.ceiling);
    const budget = { leaf, lines };
    const set = await chosenSet(tx, actor, rankDay, budget);
    const may = await mayGrant(tx, rankDay, set, budget);
    return {
      count: set.count,
      amountCents: cents(set.generalCents + set.womenCents),
      digest: set.digest,
      today,
      refusal: may.ok ? undefined : may.refusal,
      effect: { year, lines: budgetEffect(entriesOf(set, leaf, lines, year), lines, today) },
      chosen: await shownCases(tx, sql`(with ${chosenCases(actor, rankDay, budget)} select id from chosen)`),
      others: await othersOf(tx, actor, rankDay, budget),
    };
  });
}

export type BulkGrantView = Awaited<ReturnType<typeof bulkGrantView>>;

/** The set as two entries: the part from the women's earmark, and the rest. */
function entriesOf(set: BulkSet, leaf: string, lines: readonly LineYear[], year: number): Entry[] {
  const earmark = lines.find(({ parent, earmark }) => parent === leaf && earmark === "women");
  const left = earmark ? earmark.ceilingCents - earmark.committedCents : 0;
  const earmarked = Math.min(set.womenCents, left);
  const all = [
    { line: earmark?.line ?? leaf, amount: earmarked },
    { line: leaf, amount: set.generalCents + set.womenCents - earmarked },
  ];
  return all
    .filter(({ amount }) => amount > 0)
    .map(({ line, amount }) => ({ line, year, trajectory: 1, track: "general", amountCents: cents(amount) }));
}

const shownCases = (tx: Tx, ids: ReturnType<typeof sql>) =>
  tx
    .select({
      id: applications.id,
      reference: applications.reference,
      employer: organisations.legalName,
      requestedCents: applications.requestedCents,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(inArray(applications.id, ids))
    .orderBy(asc(applications.caseNumber))
    .limit(SHOWN);

/** Proposals of the day that are not in the set; each is decided on its own page. */
const othersOf = (tx: Tx, actor: Staff, rankDay: RankDay, budget: Parameters<typeof chosenCases>[2]) =>
  shownCases(
    tx,
    sql`(with ${chosenCases(actor, rankDay, budget)} select a.id from applications a
      where a.line_id = ${rankDay.ceiling.line} and a.year = ${rankDay.ceiling.year} and a.rank_day = ${rankDay.day}::date and a.state = 'proposed'
        and not exists (select from chosen c where c.id = a.id))`,
  );
