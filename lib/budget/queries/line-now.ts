import "server-only";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { budgetLines, ceilingChanges, ceilings } from "@/db/schema";
import type { LineNow } from "@/lib/budget/ceiling-change";
import { NotFound } from "@/lib/errors";

/** One line in one year, before a change of its ceiling; throws NotFound when there is no such line. */
export async function lineNow(tx: Tx, line: string, year: number): Promise<LineNow> {
  const [row] = await tx
    .select({
      scheme: budgetLines.scheme,
      earmark: budgetLines.earmark,
      municipal: budgetLines.municipal,
      ceilingCents: ceilings.ceilingCents,
      committedCents: ceilings.committedCents,
      reservedCents: sql<number>`reserved_below(${budgetLines.id}, ${year}::integer)`.mapWith(
        ceilings.reservedCents,
      ),
      releasesOn: ceilings.releasesOn,
      undecided: sql<number>`(select count(*)::int from applications a where a.line_id = ${budgetLines.id}
        and a.year = ${year}::integer and is_undecided(a.state))`,
    })
    .from(budgetLines)
    .leftJoin(ceilings, and(eq(ceilings.lineId, budgetLines.id), eq(ceilings.year, year)))
    .where(eq(budgetLines.id, line));
  if (!row) throw new NotFound(`line ${line}`);
  const { scheme, earmark, municipal, ceilingCents, committedCents, reservedCents, releasesOn, undecided } =
    row;
  const resolvedAs = await lastResolution(tx, line, year);
  return {
    ...{ line, year, scheme, earmark, municipal, undecided },
    isDivided: scheme !== null && earmark === null && !municipal,
    ...(ceilingCents !== null &&
      committedCents !== null && { figures: { ceilingCents, committedCents, reservedCents, releasesOn } }),
    ...(resolvedAs && { resolvedAs }),
  };
}

/** The total that was last chosen, when the source contradicts itself there; undefined when none was. */
async function lastResolution(tx: Tx, line: string, year: number) {
  const [row] = await tx
    .select({ figure: ceilingChanges.figure })
    .from(ceilingChanges)
    .where(
      and(
        ...[eq(ceilingChanges.lineId, line), eq(ceilingChanges.year, year)],
        ...[eq(ceilingChanges.kind, "resolve"), isNotNull(ceilingChanges.confirmedAt)],
      ),
    )
    .orderBy(desc(ceilingChanges.confirmedAt))
    .limit(1);
  return row?.figure ?? undefined;
}
