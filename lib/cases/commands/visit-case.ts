import "server-only";
import { sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { caseVisits, eventHeads, people } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";

/** An open page reports every half minute; without a report for this long the visit has ended. */
export const PRESENT_SECONDS = 90;

/** Within this time a return continues the same visit: what was new then is still marked as new. */
const SAME_VISIT_SECONDS = 300;

export type Visit = {
  /** Colleagues who have the case open, and since when. */
  others: { name: string; since: Date }[];
  /** The previous visit, if any: its end, and the last event that it covers. */
  before?: { at: Date; event: number };
};

/**
 * Records that an official looks at a case, up to its newest event. That they opened it is an event in their own stream;
 * colleagues see handlers, and no auditor.
 */
export function visitCase(actor: Staff, applicationId: string): Promise<Visit> {
  return asActor(actor, async (tx) => {
    if (isHandler(actor))
      return {
        before: await noteVisit(tx, actor, applicationId),
        others: await othersAt(tx, actor, applicationId),
      };
    await recordOpening(tx, actor, applicationId);
    return { before: undefined, others: [] };
  });
}

const recordOpening = (tx: Tx, actor: Staff, applicationId: string): Promise<void> =>
  recordEvent(tx, actor, { type: "case.open", stream: `person:${actor.personId}`, applicationId });

/**
 * Records that the page is still open; gives who else has it open, and whether something happened since it was
 * rendered.
 */
export function stayAtCase(
  actor: Staff,
  applicationId: string,
): Promise<{ others: Visit["others"]; hasChanged: boolean }> {
  return asActor(actor, async (tx) => {
    const {
      rows: [row],
    } = await tx.execute<{ changed: boolean }>(sql`
      update ${caseVisits} v set seen_at = portal_now() where v.application_id = ${applicationId} and v.person_id = ${actor.personId}
      returning v.seen_event < (select number from ${eventHeads} where stream = ${`application:${applicationId}`}) as changed`);
    return { others: row ? await othersAt(tx, actor, applicationId) : [], hasChanged: row?.changed ?? false };
  });
}

const isHandler = ({ roles }: Staff) => roles.includes("reviewer") || roles.includes("decider");

/** Writes the visit down in the caller's transaction, with its event unless it goes on; gives the one before it. */
export async function noteVisit(tx: Tx, actor: Staff, applicationId: string): Promise<Visit["before"]> {
  const isOver = sql`v.seen_at < portal_now() - ${SAME_VISIT_SECONDS}::integer * interval '1 second'`;
  const newest = sql`coalesce((select number from ${eventHeads} where stream = ${`application:${applicationId}`}), 0)`;
  const {
    rows: [row],
  } = await tx.execute<{ at: string | null; event: number | null; same: boolean }>(sql`
    insert into ${caseVisits} as v (application_id, person_id, decides, opened_at, seen_at, seen_event)
    values (${applicationId}, ${actor.personId}, ${actor.roles.includes("decider")}, portal_now(), portal_now(), ${newest})
    on conflict (application_id, person_id) do update set decides = excluded.decides,
      opened_at = case when ${isOver} then portal_now() else v.opened_at end,
      before_at = case when ${isOver} then v.seen_at else v.before_at end,
      before_event = case when ${isOver} then v.seen_event else v.before_event end,
      seen_at = portal_now(), seen_event = excluded.seen_event
    returning before_at as at, before_event as event, v.opened_at < portal_now() as same`);
  if (!row?.same) await recordOpening(tx, actor, applicationId);
  return row?.at && row.event !== null ? { at: new Date(row.at), event: row.event } : undefined;
}

async function othersAt(tx: Tx, { personId }: Staff, applicationId: string): Promise<Visit["others"]> {
  const { rows } = await tx.execute<{ name: string; since: string }>(sql`
    select p.name, v.opened_at as since from ${caseVisits} v join ${people} p on p.id = v.person_id
    where v.application_id = ${applicationId} and v.person_id <> ${personId}
      and v.seen_at > portal_now() - ${PRESENT_SECONDS}::integer * interval '1 second'
    order by v.opened_at, p.name`);
  return rows.map(({ name, since }) => ({ name, since: new Date(since) }));
}
