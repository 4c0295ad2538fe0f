import "server-only";
import { sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { discrepancyOf } from "@/lib/budget/ceiling-change";
import { type Figures, figuresOf } from "@/lib/budget/figures";
import { type Day, dayOf } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { changesOf } from "./ceiling-history";
import { lineNow } from "./line-now";

const PAGE = 50;
const LAST_DAY = "9999-12-31";

/**
 * One line in one year for officials: its figures, the history of its ceiling, the lines below it, and a page of its
 * ledger entries, the newest first, `before` an entry's id. Throws NotFound.
 */
export function lineYear(actor: Staff, line: LineId, year: number, before?: string) {
  return readAs(actor, async (tx, now) => {
    const entries = await entriesOf(tx, line, year, before);
    const today = dayOf(now);
    return {
      ...(await lineNow(tx, line, year)),
      line,
      today,
      amounts: await amountsOn(tx, line, year, today),
      discrepancy: discrepancyOf(line, year),
      more: await moreOf(tx, line, year),
      changes: await changesOf(tx, actor, line, year),
      below: await below(tx, line, year),
      entries: entries.slice(0, PAGE),
      next: entries.length > PAGE ? entries[PAGE - 1]?.id : undefined,
    };
  });
}

export type LineYearView = Awaited<ReturnType<typeof lineYear>>;

/** The figures of this ceiling; undefined when it has none. */
async function amountsOn(tx: Tx, line: string, year: number, today: Day): Promise<Figures | undefined> {
  const { rows } = await tx.execute<Record<string, string | null>>(sql`
    select c.ceiling_cents as "ceilingCents", c.committed_cents as "committedCents", c.objection_cents as "objectionCents",
      reserved_below(c.line_id, c.year) as "reservedCents", o.earmark, c.releases_on::text as releases_on
    from budget_lines l cross join unnest(l.path) with ordinality above (id, place)
    join budget_lines o on o.id = above.id join ceilings c on c.line_id = above.id and c.year = ${year}
    where l.id = ${line} order by above.place`);
  const [own, ...others] = rows.map((row) => ({
    ceilingCents: Number(row.ceilingCents),
    committedCents: Number(row.committedCents),
    reservedCents: Number(row.reservedCents),
    objectionCents: Number(row.objectionCents),
    isKept: row.earmark !== null && (row.releases_on ?? LAST_DAY) > today,
  }));
  return own && figuresOf([own, ...others], own.isKept);
}

type More = { owed: string | null; source: string; is_example: boolean };

/** The other facts of a ceiling; undefined when the year has none. */
async function moreOf(tx: Tx, line: string, year: number) {
  const {
    rows: [row],
  } = await tx.execute<More>(sql`
    select owed_cents as owed, source, is_example
    from ceilings where line_id = ${line} and year = ${year}`);
  return (
    row && {
      owedCents: row.owed === null ? null : cents(Number(row.owed)),
      source: row.source,
      isExample: row.is_example,
    }
  );
}

type Child = { line: LineId; granted: string };

const below = async (tx: Tx, line: string, year: number) => {
  const { rows } = await tx.execute<Child>(sql`
    select l.id as line, c.committed_cents + c.objection_cents as granted from budget_lines l
    join ceilings c on c.line_id = l.id and c.year = ${year}
    where l.parent_id = ${line} order by l.position`);
  return rows.map((row) => ({ line: row.line, grantedCents: cents(Number(row.granted)) }));
};

export type LedgerRow = {
  id: string;
  line: LineId;
  kind: "commitment" | "release" | "objection";
  amountCents: Cents;
  trajectory: number;
  at: Date;
  applicationId: string;
  reference: string | null;
  by: string | null;
};

type Entry = Omit<LedgerRow, "amountCents" | "at"> & { amount: string; at: string };

async function entriesOf(tx: Tx, line: string, year: number, before?: string): Promise<LedgerRow[]> {
  const { rows } = await tx.execute<Entry>(sql`
    select e.id, e.line_id as line, e.kind, e.amount_cents as amount, e.trajectory, e.at,
      e.application_id as "applicationId", a.reference, p.name as by
    from ledger_entries e
    left join applications a on a.id = e.application_id left join people p on p.id = e.by_person_id
    where e.line_id in (select id from budget_lines where ${line} = any (path)) and e.year = ${year}
      and (${before ?? null}::uuid is null or e.id < ${before ?? null}::uuid)
    order by e.id desc limit ${PAGE + 1}`);
  return rows.map(({ amount, at, ...row }) => ({
    ...row,
    amountCents: cents(Number(amount)),
    at: new Date(at),
  }));
}
