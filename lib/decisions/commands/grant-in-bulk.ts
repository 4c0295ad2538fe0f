import "server-only";
import { sql } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { bulkGrants } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { lockCeilings } from "@/lib/budget/queries/line-years";
import { type DayTurned, isOfToday } from "@/lib/concepts/shown-date";
import { type Day, dayOf } from "@/lib/dates";
import type { BulkSetRefusal } from "@/lib/decisions/bulk-grant";
import { chosenCases, chosenSet, mayGrant, type RankDay } from "@/lib/decisions/queries/clean-cases";
import type { bulkGrantSchema } from "@/lib/decisions/schema";
import { violatedConstraint } from "@/lib/errors";
import { cents } from "@/lib/money";
import type { Budget } from "@/lib/order/turn";
import { enqueueBulkLetters } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";

/** A day of a hundred thousand applications takes seconds. */
const PATIENCE_MS = 60_000;

export type BulkGrantRefusal =
  | BulkSetRefusal
  | { reason: "set-ceilings" }
  | DayTurned
  | { reason: "not-yours-to-do" };

/**
 * A decider grants every clean proposal of one day: each application gets its own decision, entries, move and event,
 * all in one transaction. Letters follow from the outbox. Refused when the set on screen changed, does not fit (Awb
 * 4:25), or would overtake (Awb 4:26).
 */
export async function grantInBulk(
  actor: Staff,
  input: z.output<typeof bulkGrantSchema>,
): Promise<Result<{ bulkId: string; count: number }, BulkGrantRefusal>> {
  if (!actor.roles.includes("decider")) return refuse({ reason: "not-yours-to-do" });
  try {
    return await asActor(actor, (tx, now) => grantIn(tx, actor, input, now), {
      patienceMs: PATIENCE_MS,
    });
  } catch (error) {
    if (violatedConstraint(error) === "decisions_not_by_who_set_ceilings")
      return refuse({ reason: "set-ceilings" });
    throw error;
  }
}

async function grantIn(
  tx: Tx,
  actor: Staff,
  { ceiling, day, digest, shownOn }: z.output<typeof bulkGrantSchema>,
  now: Date,
): Promise<Result<{ bulkId: string; count: number }, BulkSetRefusal | DayTurned>> {
  if (!isOfToday({ shownOn }, now)) return refuse({ reason: "day-turned" });
  const today = dayOf(now);
  const rankDay = { ceiling, day };
  await lockProposed(tx, rankDay);
  const budget = { leaf: ceiling.line, lines: await lockCeilings(tx, ceiling) };
  const set = await chosenSet(tx, actor, rankDay, budget);
  if (set.count > 0 && set.digest !== digest) return refuse({ reason: "set-changed" });
  const may = await mayGrant(tx, rankDay, set, budget);
  if (!may.ok) return may;
  const amountCents = cents(set.generalCents + set.womenCents);
  const [bulk] = await tx
    .insert(bulkGrants)
    .values({
      lineId: ceiling.line,
      year: ceiling.year,
      day,
      applications: set.count,
      amountCents,
      digest,
      decidedBy: actor.personId,
    })
    .returning({ id: bulkGrants.id });
  if (!bulk) throw new Error("nothing was noted");
  const granted = await grantAll(tx, actor, rankDay, budget, { bulkId: bulk.id, today });
  if (granted !== set.count) throw new Error(`${set.count} were chosen and ${granted} granted`);
  await recordEvent(tx, actor, {
    type: "bulk.grant",
    stream: `bulk:${bulk.id}`,
    payload: { ...rankDay, applications: set.count, amountCents, digest },
  });
  await enqueueBulkLetters(tx, { bulkId: bulk.id });
  return ok({ bulkId: bulk.id, count: set.count });
}

/** Every transaction locks applications in this order, and before the ceilings. */
const lockProposed = (tx: Tx, { ceiling: { line, year }, day }: RankDay) =>
  tx.execute(sql`
    select count(*) from (select from applications where line_id = ${line} and year = ${year} and rank_day = ${day}::date
      and state = 'proposed' order by case_number for update) locked`);

/** Women's trajectories use their earmark first, in order, and then the general part. */
async function grantAll(
  tx: Tx,
  actor: Staff,
  rankDay: RankDay,
  budget: Budget,
  { bulkId, today }: { bulkId: string; today: Day },
): Promise<number> {
  const earmark = budget.lines.find(({ parent, earmark }) => parent === budget.leaf && earmark === "women");
  const earmarkLeft = earmark ? earmark.ceilingCents - earmark.committedCents : 0;
  const {
    rows: [row],
  } = await tx.execute<{ granted: number }>(sql`
    with ${chosenCases(actor, rankDay, budget)},
    granted as materialized (select c.*, uuidv7() as decision_id from chosen c),
    moved as (
      update applications a set state = 'granted', version = a.version + 1, awarded_cents = g.amount_cents
      from granted g where a.id = g.id returning a.id
    ), noted as (
      insert into events (stream, number, type, at, actor_kind, person_id, organisation_id, application_id, application_version,
        payload, previous_hash, hash)
      select 'application:' || g.id, 0, 'application.grant', portal_now(), 'staff', ${actor.personId}::uuid, g.organisation_id, g.id,
        g.version + 1, jsonb_build_object('outcome', 'grant', 'amountCents', g.amount_cents, 'bulk', ${bulkId}::text), '', ''
      from granted g
    ), decided as (
      insert into decisions (id, application_id, organisation_id, application_version, proposal_id, outcome, lines, amount_cents,
        grounds, explanation, proposed_by, decided_by, decided_on, bulk_id)
      select g.decision_id, g.id, g.organisation_id, g.version + 1, g.proposal_id, 'grant', g.lines, g.amount_cents, '{}', p.explanation,
        g.proposed_by, ${actor.personId}::uuid, ${today}::date, ${bulkId}::uuid
      from granted g join proposals p on p.id = g.proposal_id
    ), lines as (
      select g.id, g.decision_id, x.trajectory, x.track, x."amountCents" as cents,
        sum(case when x.track = 'women' then x."amountCents" else 0 end) over (
          order by g.lot, g.case_number, x.trajectory, o.place) as women_sum
      from granted g cross join lateral jsonb_array_elements(g.lines) with ordinality o(line, place)
        cross join lateral jsonb_to_record(o.line) as x(trajectory integer, track text, "amountCents" bigint)
    ), split as (
      select l.*, case when l.track = 'women'
        then from_earmark(l.cents, (l.women_sum - l.cents)::bigint, ${earmarkLeft}::bigint) else 0 end as earmarked
      from lines l
    ), booked as (
      insert into ledger_entries (line_id, year, kind, amount_cents, application_id, decision_id, trajectory, by_person_id)
      select b.line_id, ${rankDay.ceiling.year}::int, 'commitment', b.cents, s.id, s.decision_id, s.trajectory, ${actor.personId}::uuid
      from split s cross join lateral (values (${earmark?.line ?? budget.leaf}::text, s.earmarked), (${budget.leaf}::text, s.cents - s.earmarked))
        as b(line_id, cents)
      where b.cents > 0
    )
    select count(*)::int as granted from moved`);
  return row?.granted ?? 0;
}
