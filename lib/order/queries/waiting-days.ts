import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Ceiling } from "@/lib/budget/ceiling";
import type { Day } from "@/lib/dates";
import { cents } from "@/lib/money";
import type { Claims } from "@/lib/order/turn";
import { isInQueue } from "./in-queue";

type Row = { day: Day; last_filed_at: string; count: number; general: string; women: string };

export type WaitingDay = Claims & { day: Day; lastFiledAt: Date };

/** Claimed amounts of undecided applications on a ceiling per rank day, the earliest first. */
export async function waitingDays(tx: Tx, { line, year }: Ceiling): Promise<WaitingDay[]> {
  const { rows } = await tx.execute<Row>(sql`
    select a.rank_day::text as day, max(a.submitted_at) as last_filed_at, count(distinct a.id)::int as count,
      coalesce(sum(t.requested_cents) filter (where t.track = 'general'), 0) as general,
      coalesce(sum(t.requested_cents) filter (where t.track = 'women'), 0) as women
    from applications a join trajectories t on t.application_id = a.id
    where a.line_id = ${line} and a.year = ${year} and ${isInQueue}
    group by a.rank_day order by a.rank_day`);
  return rows.map(({ general, women, last_filed_at, ...row }) => ({
    ...row,
    lastFiledAt: new Date(last_filed_at),
    generalCents: cents(Number(general)),
    womenCents: cents(Number(women)),
  }));
}
