import "server-only";
import { eq, sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { applications, events, organisations, people } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { personOf } from "./person-of";

/**
 * One event with all its data, its neighbours in its stream, and whether its hash is right and follows from the one
 * before.
 */
export async function readEvent(actor: Staff, id: number) {
  return readAs(actor, async (tx) => {
    const [row] = await tx
      .select({
        event: events,
        personId: personOf,
        personName: people.name,
        organisationName: organisations.legalName,
        reference: applications.reference,
        previousId: neighbour(-1),
        nextId: neighbour(1),
      })
      .from(events)
      .leftJoin(people, eq(people.id, personOf))
      .leftJoin(organisations, eq(organisations.id, events.organisationId))
      .leftJoin(applications, eq(applications.id, events.applicationId))
      .where(eq(events.id, id));
    if (!row) return undefined;
    const {
      rows: [check],
    } = await tx.execute<{ whole: boolean }>(sql`
      select e.hash = sha256(e.previous_hash || convert_to(event_body(e), 'UTF8')) and e.previous_hash = coalesce(
        (select p.hash from events p where p.stream = e.stream and p.number = e.number - 1),
        case when e.number = 1 then sha256(convert_to(e.stream, 'UTF8')) end, '') as whole
      from events e where e.id = ${id}`);
    return { ...row, isWhole: check?.whole === true };
  });
}

export type EventDetail = NonNullable<Awaited<ReturnType<typeof readEvent>>>;

const neighbour = (step: 1 | -1) =>
  sql<
    number | null
  >`(select n.id from events n where n.stream = ${events.stream} and n.number = ${events.number} + ${sql.raw(String(step))})`;
