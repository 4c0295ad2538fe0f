import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { LineYear } from "@/lib/budget/allocation";
import type { Ceiling } from "@/lib/budget/ceiling";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { cents } from "@/lib/money";
import { type Claims, crossingDay } from "@/lib/order/turn";
import { waitingDays } from "./waiting-days";

/**
 * The day that crosses the free amount of a ceiling, with the claims of earlier days; undefined when everything fits.
 * `lines` are the present ceilings; a day that filed before a lowering is compared with the ceilings of its own time
 * (Awb 4:27(2)).
 */
export async function crossingNow(tx: Tx, ceiling: Ceiling, lines: readonly LineYear[]) {
  const { line: leaf, year } = ceiling;
  const lowered = await lastLowering(tx, year);
  const days = await waitingDays(tx, ceiling);
  const budgets = new Map(
    await Promise.all(
      days.map(async ({ day, lastFiledAt }) => {
        const isEarlier = lowered !== undefined && lastFiledAt <= lowered;
        const counts = isEarlier ? await readCeilings(tx, ceiling, lastFiledAt) : lines;
        return [day, { leaf, lines: counts }] as const;
      }),
    ),
  );
  const crossing = crossingDay(days, (day) => budgets.get(day) ?? { leaf, lines });
  const askedIn = (all: readonly Claims[]) =>
    cents(all.reduce((sum, { generalCents, womenCents }) => sum + generalCents + womenCents, 0));
  return (
    crossing && {
      ...crossing,
      askedCents: askedIn([crossing]),
      aheadCents: askedIn(days.filter(({ day }) => day < crossing.day)),
    }
  );
}

async function lastLowering(tx: Tx, year: number): Promise<Date | undefined> {
  const {
    rows: [row],
  } = await tx.execute<{ at: string | null }>(sql`
    select max(confirmed_at) as at from ceiling_changes where year = ${year} and to_cents < from_cents`);
  return row?.at ? new Date(row.at) : undefined;
}
