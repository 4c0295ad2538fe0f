import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { VISITOR } from "@/lib/actor";
import type { Ceiling } from "@/lib/budget/ceiling";
import { type Counted, type Figures, figuresOf } from "@/lib/budget/figures";
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
  figures: Figures | null;
  isExample: boolean;
  /** The open window, else the next one, else the last one; null when there is none at all. */
  window: SchemeWindow | null;
};

type Row = {
  scheme: Scheme;
  line: LineId;
  year: number;
  path: Counted[] | null;
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
      select s.scheme, t.line, t.year, c.is_example, path.counted as path,
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
        select case when bool_and(p.line_id is not null) then jsonb_agg(jsonb_build_object(
            'ceilingCents', p.ceiling_cents, 'committedCents', p.committed_cents, 'objectionCents', p.objection_cents,
            'reservedCents', reserved_below(above.line, t.year)) order by above.place) end as counted
        from budget_lines l cross join unnest(l.path) with ordinality above (line, place)
        left join ceilings p on p.line_id = above.line and p.year = t.year
        where l.id = t.line) path on true
      order by s.scheme`);
    return rows.map((row) => read(row, asOf));
  });
}

const read = (row: Row, asOf: Date): SchemeOverview => ({
  scheme: row.scheme,
  asOf,
  ceiling: { line: row.line, year: row.year },
  figures: row.path?.[0] ? figuresOf([row.path[0], ...row.path.slice(1)]) : null,
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
