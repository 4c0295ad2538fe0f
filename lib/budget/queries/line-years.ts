import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { budgetLines, ceilings } from "@/db/schema";
import type { LineYear } from "@/lib/budget/allocation";
import type { Ceiling } from "@/lib/budget/ceiling";
import type { Day } from "@/lib/dates";
import { cents } from "@/lib/money";

/**
 * The ceilings that a grant on this ceiling counts on (its line, earmarks and ancestors in its year), locked until the
 * transaction ends. Lines without a ceiling in that year are absent. With `filedAt` as they count for an application
 * filed then, whatever was lowered since (Awb 4:27(2)); without it as they are now.
 */
export async function lockCeilings(
  tx: Tx,
  { line: leaf, year }: Ceiling,
  filedAt?: Date | null,
): Promise<LineYear[]> {
  const { rows } = await tx.execute<Locked>(sql`
    select c.line_id as line, l.parent_id as parent, c.year, ${ceilingFor(sql`c.line_id`, year, filedAt)} as ceiling, c.committed_cents as committed,
      c.reserved_cents as reserved, l.earmark, c.releases_on::text as releases_on
    from lock_ceilings(array(select id from budget_lines where id = ${leaf} or parent_id = ${leaf}), ${year}) c
    join budget_lines l on l.id = c.line_id`);
  return rows.map(({ ceiling, committed, reserved, releases_on, ...line }) => ({
    ...line,
    ceilingCents: cents(Number(ceiling)),
    committedCents: cents(Number(committed)),
    reservedCents: cents(Number(reserved)),
    releasesOn: releases_on,
  }));
}

type Locked = Pick<LineYear, "line" | "parent" | "year" | "earmark"> & {
  ceiling: string;
  committed: string;
  reserved: string;
  releases_on: Day | null;
};

const ceilingFor = (line: SQL | AnyPgColumn, year: number, filedAt: Date | null | undefined) =>
  sql`ceiling_for(${line}, ${year}, ${filedAt?.toISOString() ?? null}::timestamptz)`;

/** As `lockCeilings` without the lock: the free amount may be gone a moment later. */
export async function readCeilings(
  tx: Tx,
  { line: leaf, year }: Ceiling,
  filedAt?: Date | null,
): Promise<LineYear[]> {
  const rows = await tx
    .select({
      line: ceilings.lineId,
      parent: budgetLines.parentId,
      year: ceilings.year,
      ceilingCents: ceilingFor(ceilings.lineId, year, filedAt).mapWith(ceilings.ceilingCents),
      committedCents: ceilings.committedCents,
      reservedCents: sql<number>`reserved_below(${ceilings.lineId}, ${ceilings.year})`.mapWith(
        ceilings.reservedCents,
      ),
      earmark: budgetLines.earmark,
      releasesOn: ceilings.releasesOn,
    })
    .from(ceilings)
    .innerJoin(budgetLines, eq(budgetLines.id, ceilings.lineId))
    .where(
      and(
        eq(ceilings.year, year),
        sql`(${budgetLines.parentId} = ${leaf} or ${budgetLines.id} = any ((select path from budget_lines where id = ${leaf})::text[]))`,
      ),
    );
  return rows;
}
