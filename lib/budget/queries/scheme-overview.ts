import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { VISITOR } from "@/lib/actor";
import type { Ceiling } from "@/lib/budget/ceiling";
import { type Cents, cents } from "@/lib/money";
import { definitionOf } from "@/lib/schemes/registry";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import type { Distribution } from "@/lib/vocabulary/distribution";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";
import type { TermFrom } from "@/lib/vocabulary/term-from";

export type SchemeWindow = {
  id: string;
  opensAt: Date;
  closesAt: Date;
  decisionWeeks: number;
  termFrom: TermFrom;
  rulesVersion: string;
  distribution: Distribution;
  isExample: boolean;
};

export type SchemeOverview = {
  scheme: Scheme;
  /** The moment of these figures, by the database clock. */
  asOf: Date;
  /** The ceiling that `window` divides; without a window that of this year. */
  ceiling: Ceiling;
  /** Null when it has no ceiling: then nothing can be granted. */
  ceilingCents: Cents | null;
  committedCents: Cents;
  /** Reserved for the women's earmark until its release; part of the free amount. */
  reservedCents: Cents;
  /** The amount that can still be granted, on its own line and on every line above it. */
  freeCents: Cents;
  isExample: boolean;
  /** The open window, else the next one, else the last one; null when there is none at all. */
  window: SchemeWindow | null;
};

type Row = {
  scheme: Scheme;
  line: LineId;
  year: number;
  ceiling: string | null;
  committed: string | null;
  reserved: string | null;
  free: string | null;
  is_example: boolean | null;
  window_id: string | null;
  decision_weeks: number;
  term_from: TermFrom;
  rules_version: string;
  distribution: Distribution;
  opens_at: string | null;
  closes_at: string | null;
  window_example: boolean | null;
};

/** Both schemes, as public information: the present window, and the figures of its ceiling. */
export async function schemeOverview(): Promise<SchemeOverview[]> {
  return readAs(VISITOR, async (tx, asOf) => {
    const lines = sql.join(
      SCHEMES.map((scheme) => sql`(${scheme}::scheme, ${definitionOf(scheme).budgetLine}::text)`),
      sql`, `,
    );
    const { rows } = await tx.execute<Row>(sql`
      select s.scheme, t.line, t.year, c.ceiling_cents as ceiling, c.committed_cents as committed, c.is_example,
        reserved_below(t.line, t.year) as reserved, path.free,
        w.id as window_id, w.decision_weeks, w.term_from, w.rules_version, w.distribution, w.opens_at, w.closes_at, w.is_example as window_example
      from (values ${lines}) as s (scheme, line)
      left join lateral (
        select * from windows where scheme = s.scheme
        order by (portal_now() between opens_at and closes_at) desc, (opens_at > portal_now()) desc,
          abs(extract(epoch from case when opens_at > portal_now() then opens_at else closes_at end - portal_now()))
        limit 1) w on true
      cross join lateral (select coalesce(w.line_id, s.line) as line,
        coalesce(w.year, extract(year from legal_today())::int) as year) t
      left join ceilings c on c.line_id = t.line and c.year = t.year
      left join lateral (
        select case when bool_and(p.line_id is not null) then greatest(min(p.ceiling_cents - p.committed_cents), 0) end as free
        from budget_lines l cross join unnest(l.path) above
        left join ceilings p on p.line_id = above and p.year = t.year
        where l.id = t.line) path on true
      order by s.scheme`);
    return rows.map((row) => read(row, asOf));
  });
}

const read = (row: Row, asOf: Date): SchemeOverview => ({
  scheme: row.scheme,
  asOf,
  ceiling: { line: row.line, year: row.year },
  ceilingCents: row.ceiling === null ? null : cents(Number(row.ceiling)),
  committedCents: cents(Number(row.committed ?? 0)),
  reservedCents: cents(Number(row.reserved ?? 0)),
  freeCents: cents(Number(row.free ?? 0)),
  isExample: row.is_example ?? false,
  window: windowOf(row),
});

const windowOf = ({ window_id, opens_at, closes_at, window_example, ...row }: Row): SchemeWindow | null =>
  window_id && opens_at && closes_at
    ? {
        id: window_id,
        opensAt: new Date(opens_at),
        closesAt: new Date(closes_at),
        decisionWeeks: row.decision_weeks,
        termFrom: row.term_from,
        rulesVersion: row.rules_version,
        distribution: row.distribution,
        isExample: window_example ?? false,
      }
    : null;
