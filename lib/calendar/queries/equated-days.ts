import "server-only";
import { asc, eq } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { equatedDays, people } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { EquatedDays } from "@/lib/calendar/equated-days";
import { dayOf } from "@/lib/dates";

/** The days equated with a holiday, as the table has them now. */
export async function readEquatedDays(tx: Tx): Promise<EquatedDays> {
  const rows = await tx.select({ day: equatedDays.day }).from(equatedDays);
  return new Set(rows.map(({ day }) => day));
}

/** Every equated day with its decree and who entered it, the earliest first. */
export function listEquatedDays(actor: Staff) {
  return readAs(actor, async (tx, now) => {
    const rows = await tx
      .select({ day: equatedDays.day, source: equatedDays.source, enteredBy: people.name })
      .from(equatedDays)
      .leftJoin(people, eq(people.id, equatedDays.enteredBy))
      .orderBy(asc(equatedDays.day));
    return { rows, today: dayOf(now) };
  });
}

export type EquatedDay = Awaited<ReturnType<typeof listEquatedDays>>["rows"][number];
