import "server-only";
import { sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { freeCents } from "@/lib/budget/allocation";
import type { Ceiling } from "@/lib/budget/ceiling";
import { type Booking, flowOf } from "@/lib/budget/flow";
import { readCeilings } from "@/lib/budget/queries/line-years";
import type { Day } from "@/lib/dates";
import { cents } from "@/lib/money";

/** Most rows shown of the list, and of the bookings since the first release. */
const MOST = 500;

/** Of one ceiling: its reserve list in rank order, its free amount, and the grants that released money paid for. */
export function reserveList(actor: Staff, ceiling: Ceiling) {
  return readAs(actor, async (tx) => {
    const own = (await readCeilings(tx, ceiling)).find(({ line }) => line === ceiling.line);
    return {
      ceiling,
      freeCents: own ? cents(freeCents(own) + own.reservedCents) : null,
      waiting: await waiting(tx, ceiling),
      refused: await refused(tx, ceiling),
      proposedCount: await proposedCount(tx, ceiling),
      flows: await flows(tx, ceiling),
    };
  });
}

export type ReserveList = Awaited<ReturnType<typeof reserveList>>;

type Placed = {
  id: string;
  reference: string;
  employer: string;
  rank_day: Day;
  lot: number | null;
  requested: string;
};

/** `endsOn` is the end of the list for it, `isEnding` whether its refusal can be proposed today. */
type Waiting = Placed & { endsOn: Day; isEnding: boolean; waits: boolean };

const placed = <T extends Placed>({ rank_day, requested, ...row }: T) => ({
  ...row,
  rankDay: rank_day,
  requestedCents: cents(Number(requested)),
});

async function waiting(tx: Tx, { line, year }: Ceiling) {
  const { rows } = await tx.execute<Waiting>(sql`
    select a.id, a.reference, o.legal_name as employer, a.rank_day::text, lot_of(a.id, a.rank_day) as lot,
      a.requested_cents as requested, reserve_ends_on(a)::text as "endsOn", reserve_is_ending(a) as "isEnding",
      waits_by_consent(a.id) as waits
    from applications a join organisations o on o.id = a.organisation_id
    where a.line_id = ${line} and a.year = ${year} and a.state = 'reserve_list'
    order by a.rank_day, lot_of(a.id, a.rank_day) nulls last, a.case_number limit ${MOST}`);
  return rows.map(placed);
}

/** Applications refused for want of money alone, to reconsider when money is released, in rank order. */
async function refused(tx: Tx, { line, year }: Ceiling) {
  const { rows } = await tx.execute<Placed>(sql`
    select a.id, a.reference, o.legal_name as employer, a.rank_day::text, lot_of(a.id, a.rank_day) as lot,
      a.requested_cents as requested
    from applications a join organisations o on o.id = a.organisation_id
    where a.line_id = ${line} and a.year = ${year} and a.reconsiders
    order by a.rank_day, lot_of(a.id, a.rank_day) nulls last, a.case_number limit ${MOST}`);
  return rows.map(placed);
}

/** The number of open proposals to refuse for want of money. */
async function proposedCount(tx: Tx, { line, year }: Ceiling): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from applications a
    join proposals p on p.application_id = a.id and p.application_version = a.version and p.returned_by is null
    where a.line_id = ${line} and a.year = ${year} and a.state = 'proposed' and p.outcome = 'refuse' and p.grounds = '{ceiling}'`);
  return rows[0]?.count ?? 0;
}

type Booked = {
  id: string;
  application_id: string;
  reference: string | null;
  amount: string;
  before: string;
};

/** Bookings on a line and the lines below it since its first release, and the use of each release. */
async function flows(tx: Tx, { line, year }: Ceiling) {
  const { rows } = await tx.execute<Booked>(sql`
    with booked as (
      select e.id, e.application_id, e.amount_cents, e.kind from ledger_entries e
      where e.year = ${year} and e.kind <> 'objection' and e.line_id in (select id from budget_lines where ${line} = any (path))
    ), first as (select min(id::text)::uuid as id from booked where kind = 'release')
    select b.id, b.application_id, a.reference, b.amount_cents as amount,
      (select coalesce(sum(x.amount_cents), 0) from booked x where x.id < first.id) as before
    from first join booked b on b.id >= first.id left join applications a on a.id = b.application_id
    order by b.id limit ${MOST}`);
  const bookings = rows.map(
    (row): Booking => ({ id: row.id, applicationId: row.application_id, amountCents: Number(row.amount) }),
  );
  const reference = new Map(rows.map((row) => [row.application_id, row.reference ?? ""]));
  return flowOf(bookings, Number(rows[0]?.before ?? 0)).map(({ release, portions, leftCents }) => ({
    id: release.id,
    reference: reference.get(release.applicationId) ?? "",
    applicationId: release.applicationId,
    amountCents: cents(-release.amountCents),
    leftCents,
    portions: portions.map((portion) => ({
      ...portion,
      reference: reference.get(portion.applicationId) ?? "",
    })),
  }));
}
