import "server-only";
import { sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { discrepancyOf } from "@/lib/budget/ceiling-change";
import { dayOf } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { changesOf } from "./ceiling-history";
import { lineNow } from "./line-now";

const PAGE = 50;

/**
 * One line in one year for officials: its figures, the history of its ceiling, the lines below it, and a page of its
 * ledger entries, the newest first, `before` an entry's id. Throws NotFound.
 */
export function lineYear(actor: Staff, line: LineId, year: number, before?: string) {
  return readAs(actor, async (tx, now) => {
    const entries = await entriesOf(tx, line, year, before);
    return {
      ...(await lineNow(tx, line, year)),
      line,
      today: dayOf(now),
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

type More = { owed: string | null; objection: string; source: string; is_example: boolean };

/** The other facts of a ceiling; undefined when the year has none. */
async function moreOf(tx: Tx, line: string, year: number) {
  const {
    rows: [row],
  } = await tx.execute<More>(sql`
    select owed_cents as owed, objection_cents as objection, source, is_example
    from ceilings where line_id = ${line} and year = ${year}`);
  return (
    row && {
      owedCents: row.owed === null ? null : cents(Number(row.owed)),
      objectionCents: cents(Number(row.objection)),
      source: row.source,
      isExample: row.is_example,
    }
  );
}

type Child = { line: LineId; committed: string };

const below = async (tx: Tx, line: string, year: number) => {
  const { rows } = await tx.execute<Child>(sql`
    select l.id as line, c.committed_cents as committed from budget_lines l
    join ceilings c on c.line_id = l.id and c.year = ${year}
    where l.parent_id = ${line} order by l.position`);
  return rows.map((row) => ({ line: row.line, committedCents: cents(Number(row.committed)) }));
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
