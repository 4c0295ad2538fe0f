import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { applications, organisations, people, trajectories, windows } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { State } from "@/lib/applications/lifecycle";
import { type Day, dayOf } from "@/lib/dates";
import { decisionDeadline } from "@/lib/deadlines/terms";
import type { Scheme } from "@/lib/schemes/scheme";

const PAGE_SIZE = 25;

export type WorkFilter = { scheme?: Scheme; states?: readonly State[]; assigneeId?: string };
/** Where the next page goes on: rank day and case number of the last one shown. */
export type Place = { rankDay: Day; caseNumber: number };

/**
 * Filed applications in order of rank day and case number, `PAGE_SIZE` at a time; `next` is where to go on.
 * Never counts or sums over the whole table, so that a million cases read as fast as ten.
 */
export function workList(actor: Staff, filter: WorkFilter, after?: Place) {
  return asActor(actor, async (tx, now) => {
    const page = pageOf(tx, filter, after);
    const rows = await tx
      .select({
        id: page.id,
        reference: page.reference,
        employer: organisations.legalName,
        scheme: page.scheme,
        state: page.state,
        requestedCents: page.requestedCents,
        rankDay: page.rankDay,
        caseNumber: page.caseNumber,
        closesAt: windows.closesAt,
        decisionWeeks: windows.decisionWeeks,
        assignee: people.name,
        trajectories: sql<number>`(select count(*) from ${trajectories} t where t.application_id = ${page.id})::int`,
        women: sql<number>`(select count(*) from ${trajectories} t where t.application_id = ${page.id} and t.track = 'women')::int`,
      })
      .from(page)
      .innerJoin(organisations, eq(organisations.id, page.organisationId))
      .innerJoin(windows, eq(windows.id, page.windowId))
      .leftJoin(people, eq(people.id, page.assigneeId))
      .orderBy(asc(page.rankDay), asc(page.caseNumber));
    const items = rows.slice(0, PAGE_SIZE).map(({ closesAt, decisionWeeks, ...row }) => ({
      ...row,
      dueOn: decisionDeadline({ windowClosesOn: dayOf(closesAt), weeks: decisionWeeks }),
    }));
    const last = rows.length > PAGE_SIZE ? items.at(-1) : undefined;
    const next: Place | undefined =
      last?.rankDay && last.caseNumber ? { rankDay: last.rankDay, caseNumber: last.caseNumber } : undefined;
    return { items, next, today: dayOf(now) };
  });
}

/** One page of applications and one more, before anything is looked up beside them. */
const pageOf = (tx: Tx, filter: WorkFilter, after?: Place) =>
  tx
    .select()
    .from(applications)
    .where(
      and(
        sql`${applications.state} <> 'draft'`,
        filter.scheme && eq(applications.scheme, filter.scheme),
        filter.states && inArray(applications.state, [...filter.states]),
        filter.assigneeId === undefined ? undefined : eq(applications.assigneeId, filter.assigneeId),
        after &&
          sql`(${applications.rankDay}, ${applications.caseNumber}) > (${after.rankDay}::date, ${after.caseNumber}::bigint)`,
      ),
    )
    .orderBy(asc(applications.rankDay), asc(applications.caseNumber))
    .limit(PAGE_SIZE + 1)
    .as("page");

export type WorkItem = Awaited<ReturnType<typeof workList>>["items"][number];
