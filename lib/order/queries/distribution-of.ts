import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { windows } from "@/db/schema";
import type { Ceiling } from "@/lib/budget/ceiling";
import type { Day } from "@/lib/dates";
import type { Distribution } from "@/lib/vocabulary/distribution";

/** Why a day is drawn: a window divided by lot closed on it, or its requests cross the free amount. */
export async function distributionOf(tx: Tx, { line, year }: Ceiling, day: Day): Promise<Distribution> {
  const [lottery] = await tx
    .select({ id: windows.id })
    .from(windows)
    .where(
      and(
        eq(windows.lineId, line),
        eq(windows.year, year),
        eq(windows.distribution, "window_lottery"),
        sql`legal_day(${windows.closesAt}) = ${day}::date`,
      ),
    )
    .limit(1);
  return lottery ? "window_lottery" : "day_rank_lot";
}
