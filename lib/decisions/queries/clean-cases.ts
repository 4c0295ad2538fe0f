import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import type { Ceiling } from "@/lib/budget/ceiling";
import type { Day } from "@/lib/dates";
import { type BulkSet, type BulkSetRefusal, mayGrantInBulk, queueBesides } from "@/lib/decisions/bulk-grant";
import { cents } from "@/lib/money";
import { fits } from "@/lib/order/queries/fits";
import { isInQueue } from "@/lib/order/queries/in-queue";
import { queueBefore } from "@/lib/order/queries/queue";
import type { Budget, Mix } from "@/lib/order/turn";
import { type Result, refuse } from "@/lib/result";
import { type Distribution, waitsForWindow } from "@/lib/vocabulary/distribution";

/** The applications of one ceiling that have this rank day. */
export type RankDay = { ceiling: Ceiling; day: Day };

/**
 * Undecided applications of one day, and whether each proposal is clean for this decider: all granted, no check failed or
 * to settle, no person or account that is elsewhere too, and no employer of the same group that it does not name. One pass
 * by keys, because the planner may estimate one row for a day of 100,000.
 */
const waitingOn = ({ personId }: Staff, { ceiling: { line, year }, day }: RankDay): SQL => sql`
  select a.id, a.organisation_id, a.version, a.case_number, p.id as proposal_id, p.lines, p.amount_cents, p.proposed_by,
    (select l.lot from lots l join draws d on d.id = l.draw_id
      where l.application_id = a.id and d.line_id = ${line} and d.year = ${year} and d.day = ${day}::date) as lot,
    (select coalesce(sum((x ->> 'amountCents')::bigint) filter (where x ->> 'track' = 'women'), 0)
      from jsonb_array_elements(p.lines) x)::bigint as women_cents,
    coalesce(a.state = 'proposed' and p.outcome = 'grant' and p.attention = 0 and p.failed = 0 and p.proposed_by <> ${personId}::uuid
      and not exists (select from staff_interests i join organisations o on o.kvk_number = i.kvk_number
        where i.person_id = ${personId}::uuid and o.id = a.organisation_id)
      and not exists (select from same_person s where s.application_id = a.id)
      and not exists (select from application_keys b where b.iban_key = a.iban_key and b.organisation_id <> a.organisation_id)
      and not exists (select from unnamed n where n.application_id = a.id),
      false) as is_clean
  from application_keys a
  left join proposals p on p.application_id = a.id and p.application_version = a.version and p.returned_by is null
  where a.line_id = ${line} and a.year = ${year} and a.rank_day = ${day}::date and ${isInQueue}`;

/**
 * Tables about the proposals of one day, each made in one statement: `same_person` has those whose person is elsewhere
 * too, `unnamed` those that share a key of an undertaking with an employer whom they do not name.
 */
const relatedOf = ({ ceiling: { line, year }, day }: RankDay): SQL => sql`
  persons as materialized (
    select t.application_id, t.person_key from applications a join trajectories t on t.application_id = a.id
    where a.line_id = ${line} and a.year = ${year} and a.rank_day = ${day}::date and a.state = 'proposed'
  ), twice as materialized (
    select p.application_id, u.application_id as other from persons p
    join trajectories u on u.person_key = p.person_key and u.application_id <> p.application_id
  ), same_person as materialized (
    select distinct t.application_id from twice t join application_keys b on b.id = t.other
    where b.reference is not null and b.state not in ('withdrawn', 'refused')
  ),
  of_day as materialized (
    select u.application_id, u.organisation_id, u.key from applications a join undertakings u on u.application_id = a.id
    where a.line_id = ${line} and a.year = ${year} and a.rank_day = ${day}::date and a.state = 'proposed'
  ), meets as materialized (
    select o.application_id, other.application_id as other from of_day o
    join undertakings other on other.key = o.key and other.organisation_id <> o.organisation_id
  ), unnamed as materialized (
    select distinct m.application_id from meets m join undertakings own on own.application_id = m.other and own.is_own
    join application_keys b on b.id = m.other and b.state not in ('draft', 'withdrawn', 'refused', 'not_treated')
    where not exists (select from undertakings named where named.application_id = m.application_id and named.key = own.key)
  )`;

/**
 * The set to grant, as a table `chosen`: all clean proposals, or after a draw those before the first undecided
 * application that is not clean, as far as the money goes.
 */
export function chosenCases(actor: Staff, rankDay: RankDay, budget: Budget): SQL {
  const { ceiling, day } = rankDay;
  const sums = { general: sql`c.general_sum`, women: sql`c.women_sum` };
  return sql`${relatedOf(rankDay)}, waiting as materialized (${waitingOn(actor, rankDay)}),
    drawn as (select exists (select from draws d where d.line_id = ${ceiling.line} and d.year = ${ceiling.year} and d.day = ${day}::date
      and d.seed is not null) as yes),
    blocked as (
      select turn_of_lot(lot) as turn, case_number from waiting where not is_clean order by 1, 2 limit 1
    ), counted as (
      select c.*, sum(c.amount_cents - c.women_cents) over in_order as general_sum, sum(c.women_cents) over in_order as women_sum
      from waiting c where c.is_clean window in_order as (order by c.lot, c.case_number)
    ), chosen as (
      select c.* from counted c cross join drawn left join blocked b on true where not drawn.yes or (
        (b.turn is null or (turn_of_lot(c.lot), c.case_number) < (b.turn, b.case_number))
        and ${fits(sums, budget)})
    )`;
}

export type ChosenSet = BulkSet & {
  digest: string;
  isDrawn: boolean;
  last: (Mix & { id: string }) | undefined;
};

/** The set that would be granted now: number, amount of each kind of money, and a hash of its cases and versions. */
export async function chosenSet(tx: Tx, actor: Staff, rankDay: RankDay, budget: Budget): Promise<ChosenSet> {
  const {
    rows: [row],
  } = await tx.execute<{
    count: number;
    general: string | null;
    women: string | null;
    digest: string | null;
    drawn: boolean;
    last: { id: string; amount: number; women: number } | null;
  }>(sql`with ${chosenCases(actor, rankDay, budget)}
    select count(*)::int as count, sum(amount_cents - women_cents) as general, sum(women_cents) as women,
      encode(sha256(convert_to(string_agg(id::text || '.' || version, ',' order by lot, case_number), 'UTF8')), 'hex') as digest,
      (select yes from drawn) as drawn,
      (select jsonb_build_object('id', c.id, 'amount', c.amount_cents, 'women', c.women_cents)
        from chosen c order by c.lot desc nulls first, c.case_number desc limit 1) as last
    from chosen`);
  const last = row?.last;
  return {
    count: row?.count ?? 0,
    generalCents: cents(Number(row?.general ?? 0)),
    womenCents: cents(Number(row?.women ?? 0)),
    digest: row?.digest ?? "",
    isDrawn: row?.drawn ?? false,
    last: last
      ? { id: last.id, generalCents: cents(last.amount - last.women), womenCents: cents(last.women) }
      : undefined,
  };
}

/** Whether a proposal of this day belongs to a window lottery whose closing day is not over. */
async function someWaitForLottery(tx: Tx, { ceiling: { line, year }, day }: RankDay): Promise<boolean> {
  const {
    rows: [row],
  } = await tx.execute<{ today: Day; distribution: Distribution }>(sql`
    select legal_today()::text as today, w.distribution
    from windows w where w.line_id = ${line} and w.year = ${year} and w.distribution = 'window_lottery' and exists (select from application_keys a
      where a.window_id = w.id and a.line_id = w.line_id and a.year = w.year and a.rank_day = ${day}::date and a.state = 'proposed') limit 1`);
  return row !== undefined && waitsForWindow(row.distribution, day, row.today);
}

/** Whether this set may be granted now, considering all undecided applications. The actor is a decider. */
export async function mayGrant(
  tx: Tx,
  { ceiling, day }: RankDay,
  set: ChosenSet,
  budget: Budget,
): Promise<Result<true, BulkSetRefusal>> {
  if (!set.last) return refuse({ reason: "nothing-to-grant" });
  if (await someWaitForLottery(tx, { ceiling, day })) return refuse({ reason: "window-open", day });
  const queue = await queueBefore(
    tx,
    { id: set.last.id, lineId: ceiling.line, year: ceiling.year },
    day,
    true,
  );
  return mayGrantInBulk(set, day, queueBesides(queue, set, set.last, set.isDrawn), budget);
}
