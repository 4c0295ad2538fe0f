import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { asActor } from "@/db/client";
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
    const rows = await tx
      .select({
        id: applications.id,
        reference: applications.reference,
        employer: organisations.legalName,
        scheme: applications.scheme,
        state: applications.state,
        requestedCents: applications.requestedCents,
        rankDay: applications.rankDay,
        caseNumber: applications.caseNumber,
        closesAt: windows.closesAt,
        decisionWeeks: windows.decisionWeeks,
        assignee: people.name,
        trajectories: sql<number>`(select count(*) from ${trajectories} t where t.application_id = ${applications.id})::int`,
        women: sql<number>`(select count(*) from ${trajectories} t where t.application_id = ${applications.id} and t.track = 'women')::int`,
      })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .innerJoin(windows, eq(windows.id, applications.windowId))
      .leftJoin(people, eq(people.id, applications.assigneeId))
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
      .limit(PAGE_SIZE + 1);
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

export type WorkItem = Awaited<ReturnType<typeof workList>>["items"][number];
