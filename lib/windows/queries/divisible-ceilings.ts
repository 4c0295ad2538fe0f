import "server-only";
import { and, asc, eq, gte, isNotNull, isNull } from "drizzle-orm";
import { readAs } from "@/db/client";
import { budgetLines, ceilings } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { Ceiling } from "@/lib/budget/ceiling";
import { dayOf, yearOf } from "@/lib/dates";
import type { Cents } from "@/lib/money";
import type { LineId } from "@/lib/vocabulary/budget-lines";

/** The ceilings of this year and later that a window can divide, each with its amount in cents. */
export const divisibleCeilings = (actor: Staff): Promise<(Ceiling & { ceilingCents: Cents })[]> =>
  readAs(actor, async (tx, now) => {
    const rows = await tx
      .select({ line: budgetLines.id, year: ceilings.year, ceilingCents: ceilings.ceilingCents })
      .from(ceilings)
      .innerJoin(budgetLines, eq(budgetLines.id, ceilings.lineId))
      .where(
        and(
          isNotNull(budgetLines.scheme),
          isNull(budgetLines.earmark),
          gte(ceilings.year, yearOf(dayOf(now))),
        ),
      )
      .orderBy(asc(budgetLines.path), asc(ceilings.year));
    return rows.map((row) => ({ ...row, line: row.line as LineId }));
  });
