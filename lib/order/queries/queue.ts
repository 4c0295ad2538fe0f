import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Day } from "@/lib/dates";
import { cents } from "@/lib/money";
import {
  asGeneral,
  type Claims,
  mixOf,
  type OutOfTurn,
  type Purse,
  type Queue,
  turnOf,
} from "@/lib/order/turn";
import { ok, type Result } from "@/lib/result";
import type { AwardLine, Scheme } from "@/lib/schemes/scheme";

type Place = { id: string; scheme: Scheme; rankDay: Day | null };
type Row = { ahead: boolean; count: number; total: string; women: string; first_day: Day | null };

const UNDECIDED = sql`a.state in ('submitted', 'in_review', 'proposed')`;
const WOMEN = sql`(select coalesce(sum(t.requested_cents), 0) from trajectories t where t.application_id = a.id and t.track = 'women')`;

/**
 * Whether granting this award now would overtake anyone. The caller holds the lock on the ceilings in `purse`.
 * Counts every request as general first, which asks most; looks at tracks only when that does not fit.
 */
export async function takesTurn(
  tx: Tx,
  application: Place,
  award: readonly AwardLine[],
  purse: Purse,
): Promise<Result<true, OutOfTurn>> {
  const day = application.rankDay;
  if (!day) throw new Error(`application ${application.id} has no rank day`);
  const mine = mixOf(award);
  const rough = turnOf(asGeneral(mine), day, await queueBefore(tx, application, day, false), purse);
  if (rough.ok) return ok(true);
  return turnOf(mine, day, await queueBefore(tx, application, day, true), purse);
}

async function queueBefore(tx: Tx, { id, scheme }: Place, day: Day, byTrack: boolean): Promise<Queue> {
  const women = byTrack ? WOMEN : sql`0`;
  const rows = await tx.execute<Row>(sql`
    with waiting as (
      select true as ahead, a.rank_day, a.requested_cents, ${women} as women from applications a
      where a.scheme = ${scheme} and ${UNDECIDED} and a.rank_day < ${day}::date
      union all
      select mine.lot is not null, a.rank_day, a.requested_cents, ${women} from applications a
      left join lots l on l.application_id = a.id left join lots mine on mine.application_id = ${id}::uuid
      where a.scheme = ${scheme} and ${UNDECIDED} and a.rank_day = ${day}::date and a.id <> ${id}::uuid
        and (mine.lot is null or l.lot < mine.lot)
    )
    select ahead, count(*)::int as count, sum(requested_cents) as total, sum(women) as women, min(rank_day)::text as first_day
    from waiting group by ahead`);
  const ahead = rows.find((row) => row.ahead);
  return {
    ahead: { ...claimsOf(ahead), firstDay: ahead?.first_day ?? null },
    equals: claimsOf(rows.find((row) => !row.ahead)),
  };
}

function claimsOf(row: Row | undefined): Claims {
  const women = Number(row?.women ?? 0);
  return {
    count: row?.count ?? 0,
    generalCents: cents(Number(row?.total ?? 0) - women),
    womenCents: cents(women),
  };
}
