import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { type Cents, cents } from "@/lib/money";
import type { LineId } from "@/lib/vocabulary/budget-lines";

/** What was booked on one line in one budget year, of the ceiling of one year; amounts in cents. */
export type BookedYear = {
  line: LineId;
  budgetYear: number;
  ceilingYear: number;
  committedCents: Cents;
  /** Set free again: zero or less. */
  releasedCents: Cents;
  /** Tied past the ceiling after an objection. */
  objectionCents: Cents;
};

type Row = Pick<BookedYear, "line" | "budgetYear" | "ceilingYear"> & {
  committed: string;
  released: string;
  objection: string;
};

/** What was booked per line and budget year, the newest year first, for the account of the department; binds nothing. */
export async function bookedByYear(tx: Tx, which: SQL = sql`true`): Promise<BookedYear[]> {
  const { rows } = await tx.execute<Row>(sql`
    select e.line_id as line, e.budget_year as "budgetYear", e.year as "ceilingYear",
      coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0) as committed,
      coalesce(sum(e.amount_cents) filter (where e.kind = 'release'), 0) as released,
      coalesce(sum(e.amount_cents) filter (where e.kind = 'objection'), 0) as objection
    from ledger_entries e join budget_lines l on l.id = e.line_id where ${which}
    group by e.line_id, l.path, e.budget_year, e.year order by e.budget_year desc, l.path, e.year desc`);
  return rows.map(({ committed, released, objection, ...row }) => ({
    ...row,
    committedCents: cents(Number(committed)),
    releasedCents: cents(Number(released)),
    objectionCents: cents(Number(objection)),
  }));
}

/** The same on screen. */
export const bookedByYearView = (actor: Staff): Promise<BookedYear[]> =>
  readAs(actor, (tx) => bookedByYear(tx));
