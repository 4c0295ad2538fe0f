import "server-only";
import { and, desc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { readAs, type Tx } from "@/db/client";
import { applications, events, people } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { addDays, startOfDay } from "@/lib/dates";
import type { Day } from "@/lib/day";
import { personOf, streamOf } from "./person-of";

export type EventFilter = {
  reference?: string;
  personId?: string;
  type?: string;
  /** First and last day of the period, in the Netherlands. */
  from?: Day;
  to?: Day;
};
/** Where a page ended: moment and number of its last event, as the database writes them. */
export type EventPlace = { at: string; id: number };

export const PAGE_SIZE = 50;

/**
 * Events, the newest first, `PAGE_SIZE` at a time; `next` is where the next page begins. Every filter reads along an
 * index and nothing is counted, so that millions of events cost no more.
 */
export async function searchEvents(actor: Staff, filter: EventFilter, after?: EventPlace) {
  return readAs(actor, async (tx) => {
    const applicationId = filter.reference ? await applicationOf(tx, filter.reference) : undefined;
    if (filter.reference && !applicationId) return { items: [], next: undefined };
    const asked = conditions(filter, applicationId, after);
    const page = tx.$with("page").as(pageOf(tx, asked, filter.personId));
    const rows = await tx
      .with(page)
      .select({
        id: events.id,
        at: events.at,
        sortAt: page.sortAt,
        type: events.type,
        stream: events.stream,
        number: events.number,
        actorKind: events.actorKind,
        personId: personOf,
        personName: people.name,
        applicationId: events.applicationId,
        reference: applications.reference,
      })
      .from(page)
      .innerJoin(events, eq(events.id, page.id))
      .leftJoin(people, eq(people.id, personOf))
      .leftJoin(applications, eq(applications.id, events.applicationId))
      .orderBy(desc(page.at), desc(page.id))
      .limit(PAGE_SIZE + 1);
    const items = rows.slice(0, PAGE_SIZE);
    const last = rows.length > PAGE_SIZE ? items.at(-1) : undefined;
    return { items, next: last && { at: last.sortAt, id: last.id } };
  });
}

export type FoundEvent = Awaited<ReturnType<typeof searchEvents>>["items"][number];

/** One page; of a person two, each along its own index: by the actor, and by the person's own stream. */
function pageOf(tx: Tx, asked: (SQL | undefined)[], personId: string | undefined) {
  const where = (...more: SQL[]) =>
    tx
      .select({ id: events.id, at: events.at, sortAt: sql<string>`${events.at}::text`.as("sort_at") })
      .from(events)
      .where(and(...asked, ...more))
      .orderBy(desc(events.at), desc(events.id))
      .limit(PAGE_SIZE + 1);
  if (personId === undefined) return where();
  const to = [eq(events.stream, streamOf(personId)), isNull(events.personId)];
  return unionAll(where(eq(events.personId, personId)), where(...to));
}

async function applicationOf(tx: Tx, reference: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.reference, reference));
  return row?.id;
}

function conditions(
  { type, from, to }: EventFilter,
  applicationId: string | undefined,
  after: EventPlace | undefined,
): (SQL | undefined)[] {
  return [
    applicationId === undefined ? undefined : eq(events.applicationId, applicationId),
    type === undefined ? undefined : eq(events.type, type),
    from === undefined ? undefined : gte(events.at, startOfDay(from)),
    to === undefined ? undefined : lt(events.at, startOfDay(addDays(to, 1))),
    after && sql`(${events.at}, ${events.id}) < (${after.at}::timestamptz, ${after.id}::bigint)`,
  ];
}
