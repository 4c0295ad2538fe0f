import "server-only";
import { sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import type { LineYear } from "@/lib/budget/allocation";
import type { Ceiling } from "@/lib/budget/ceiling";
import { type Figures, figuresOf } from "@/lib/budget/figures";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { type Arrivals, runOut } from "@/lib/forecast/run-out";
import { type WaitingCase, whatIf } from "@/lib/forecast/what-if";
import { type Cents, cents, sumCents } from "@/lib/money";
import { isInQueue } from "@/lib/order/queries/in-queue";
import { rulesFor } from "@/lib/schemes/rules";
import type { Track } from "@/lib/vocabulary/scheme";

/** Days over which the pace is measured. */
const PACE_DAYS = 28;
/** Most undecided applications that are read, in order; there is no money for later ones. */
const MOST_CASES = 2_000;

/** One day with the amounts asked and committed on it, in cents. */
export type YearDay = { day: Day; askedCents: Cents; womenCents: Cents; tiedCents: Cents };

/**
 * The forecast of one ceiling: its amount, granted, claimed in rank order and free, the day on which the money runs
 * out, and the days for the charts. Changes nothing.
 */
export function yearAhead(actor: Staff, ceiling: Ceiling) {
  return readAs(actor, async (tx, now) => {
    const today = dayOf(now);
    const leaf = ceiling.line;
    const lines = await readCeilings(tx, ceiling);
    const own = lines.find(({ line }) => line === leaf);
    const cases = await waitingCases(tx, ceiling);
    const days = await daysOf(tx, ceiling);
    const { share, arrivals, until, claimedCents } = await demandOf(tx, ceiling, today);
    const { freeCents, keptCents } = leftFor(lines, leaf);
    const outlook = whatIf(cases, { leaf, lines }, {}, today);
    return {
      ...{ ceiling, today, asOf: now, days, share, cases, claimedCents },
      budget: { leaf, lines },
      ceilingCents: own?.ceilingCents ?? null,
      grantedCents: sumCents(days.map(({ tiedCents }) => tiedCents)),
      ...{ freeCents, keptCents },
      insideCents: outlook.insideCents,
      runOut: runOut({
        freeCents: cents(freeCents + keptCents),
        claimedCents,
        share,
        arrivals,
        today,
        until,
      }),
    };
  });
}

export type YearAhead = Awaited<ReturnType<typeof yearAhead>>;

/** What is left for everyone, and what is kept for women's guidance. */
function leftFor(lines: readonly LineYear[], leaf: string): Pick<Figures, "freeCents" | "keptCents"> {
  const counted = (line: LineYear) => ({ ...line, objectionCents: 0 });
  const own = lines.find(({ line }) => line === leaf);
  if (!own) return { freeCents: cents(0), keptCents: cents(0) };
  const above = lines.filter(({ line, earmark }) => line !== leaf && earmark === null);
  return figuresOf([counted(own), ...above.map(counted)]);
}

type CaseRow = {
  id: string;
  reference: string;
  rank_day: Day;
  rules_version: string;
  trajectories: { number: number; track: Track }[];
};

/** Undecided applications in order of treatment: day, then lot, then number. */
async function waitingCases(tx: Tx, { line, year }: Ceiling): Promise<WaitingCase[]> {
  const { rows } = await tx.execute<CaseRow>(sql`
    with first as (
      select a.id, a.reference, a.rank_day, a.rules_version, a.case_number, l.lot
      from applications a
      left join (lots l join draws d on d.id = l.draw_id) on l.application_id = a.id and d.day = a.rank_day
      where a.line_id = ${line} and a.year = ${year} and ${isInQueue}
      order by a.rank_day, l.lot, a.case_number limit ${MOST_CASES}
    )
    select f.id, f.reference, f.rank_day::text, f.rules_version, t.trajectories
    from first f cross join lateral (
      select jsonb_agg(jsonb_build_object('number', number, 'track', track) order by number) as trajectories
      from trajectories where application_id = f.id) t
    order by f.rank_day, f.lot, f.case_number`);
  return rows.map(({ rank_day, rules_version, ...row }) => ({
    ...row,
    rankDay: rank_day,
    rules: rulesFor(rules_version),
  }));
}

type DemandRow = {
  claimed: string;
  asked: string | null;
  granted: string | null;
  count: number;
  sum: string;
  squares: string;
  closes_on: Day;
};

/** Without any decision so far, everything asked counts as granted. */
const NOTHING_KNOWN = 1;

/**
 * The amounts asked, and the share granted by the decisions on this ceiling and that of the year before. Decisions
 * limited by a ceiling are left out, because they do not show which applications qualify.
 */
async function demandOf(tx: Tx, { line, year }: Ceiling, today: Day) {
  const since = addDays(today, -PACE_DAYS);
  const {
    rows: [row],
  } = await tx.execute<DemandRow>(sql`
    select
      coalesce(sum(requested_cents) filter (where year = ${year} and is_undecided(state)), 0) as claimed,
      sum(requested_cents) filter (where state in ('granted', 'partly_granted', 'lowered', 'refused', 'not_treated')
        and not at_ceiling) as asked,
      sum(awarded_cents) filter (where state in ('granted', 'partly_granted', 'lowered') and not at_ceiling) as granted,
      (count(*) filter (where year = ${year} and rank_day >= ${since}::date))::int as count,
      coalesce(sum(requested_cents) filter (where year = ${year} and rank_day >= ${since}::date), 0) as sum,
      coalesce(sum(requested_cents::numeric ^ 2) filter (where year = ${year} and rank_day >= ${since}::date), 0) as squares,
      (select max(legal_day(closes_at))::text from windows
        where line_id = ${line} and year = ${year}) as closes_on
    from applications a cross join lateral (
      select exists (select from decisions d where d.application_id = a.id and 'ceiling' = any(d.grounds)) as at_ceiling) d
    where line_id = ${line} and year between ${year - 1} and ${year} and state not in ('draft', 'withdrawn')`);
  const asked = Number(row?.asked ?? 0);
  const arrivals: Arrivals = {
    days: PACE_DAYS,
    count: row?.count ?? 0,
    sumCents: Number(row?.sum ?? 0),
    sumOfSquares: Number(row?.squares ?? 0),
  };
  return {
    arrivals,
    claimedCents: cents(Number(row?.claimed ?? 0)),
    share: asked > 0 ? Number(row?.granted ?? 0) / asked : NOTHING_KNOWN,
    until: row?.closes_on ?? `${year}-12-31`,
  };
}

type DayRow = { day: Day; asked: string; women: string; tied: string };

async function daysOf(tx: Tx, { line, year }: Ceiling): Promise<YearDay[]> {
  const { rows } = await tx.execute<DayRow>(sql`
    with asked as (
      select a.rank_day as day, sum(t.requested_cents) as asked,
        sum(t.requested_cents) filter (where t.track = 'women') as women
      from applications a join trajectories t on t.application_id = a.id
      where a.line_id = ${line} and a.year = ${year} and a.state not in ('draft', 'withdrawn') group by a.rank_day
    ), tied as (
      select legal_day(e.at) as day, sum(e.amount_cents) as tied
      from ledger_entries e join budget_lines l on l.id = e.line_id
      where ${line} = any (l.path) and e.year = ${year} group by 1
    )
    select coalesce(a.day, t.day)::text as day, coalesce(a.asked, 0) as asked, coalesce(a.women, 0) as women,
      coalesce(t.tied, 0) as tied
    from asked a full join tied t on t.day = a.day order by 1`);
  return rows.map(({ day, asked, women, tied }) => ({
    day,
    askedCents: cents(Number(asked)),
    womenCents: cents(Number(women)),
    tiedCents: cents(Number(tied)),
  }));
}
