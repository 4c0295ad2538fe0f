import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Day } from "@/lib/dates";
import { cents } from "@/lib/money";
import type { Claims } from "@/lib/order/turn";
import type { Scheme } from "@/lib/schemes/scheme";

type Row = { day: Day; count: number; general: string; women: string };

/** What undecided applications of a scheme ask, per rank day, the earliest first. */
export async function waitingDays(tx: Tx, scheme: Scheme): Promise<(Claims & { day: Day })[]> {
  const rows = await tx.execute<Row>(sql`
    select a.rank_day::text as day, count(distinct a.id)::int as count,
      coalesce(sum(t.requested_cents) filter (where t.track = 'general'), 0) as general,
      coalesce(sum(t.requested_cents) filter (where t.track = 'women'), 0) as women
    from applications a join trajectories t on t.application_id = a.id
    where a.scheme = ${scheme} and a.state in ('submitted', 'in_review', 'proposed')
    group by a.rank_day order by a.rank_day`);
  return rows.map(({ general, women, ...row }) => ({
    ...row,
    generalCents: cents(Number(general)),
    womenCents: cents(Number(women)),
  }));
}
