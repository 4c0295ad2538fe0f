import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { LineYear } from "@/lib/budget/allocation";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { cents } from "@/lib/money";
import { type Claims, crossingDay } from "@/lib/order/turn";
import { leafOf, type Scheme } from "@/lib/vocabulary/scheme";
import { waitingDays } from "./waiting-days";

/**
 * The day of a scheme that crosses what is free in this year, with what earlier days ask before it; undefined when
 * everything fits. `lines` are the ceilings
 * as they are now; a day that filed before one was lowered is held against what counted then (Awb 4:28).
 */
export async function crossingNow(tx: Tx, scheme: Scheme, year: number, lines: readonly LineYear[]) {
  const leaf = leafOf(scheme);
  const lowered = await lastLowering(tx, year);
  const days = await waitingDays(tx, scheme);
  const purses = new Map(
    await Promise.all(
      days.map(async ({ day, lastFiledAt }) => {
        const isEarlier = lowered !== undefined && lastFiledAt <= lowered;
        const counts = isEarlier ? await readCeilings(tx, leaf, year, lastFiledAt) : lines;
        return [day, { leaf, lines: counts }] as const;
      }),
    ),
  );
  const crossing = crossingDay(days, (day) => purses.get(day) ?? { leaf, lines });
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
