import "server-only";
import { eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { equatedDays } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { type CalendarRefusal, removeRefusal } from "@/lib/calendar/calendar";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import type { equatedDayOnlySchema } from "@/lib/calendar/schema";
import { type Day, dayOf } from "@/lib/dates";
import { ok, type Result, refuse } from "@/lib/result";

export type RemoveDayRefusal = CalendarRefusal | { reason: "not-yours-to-do" };

/** A budget holder removes an equated day that is still to come, when it was entered wrongly. */
export function removeEquatedDay(
  actor: Staff,
  { day }: z.output<typeof equatedDayOnlySchema>,
): Promise<Result<{ day: Day }, RemoveDayRefusal>> {
  return asActor(actor, async (tx, now) => {
    if (!actor.roles.includes("budget_holder")) return refuse({ reason: "not-yours-to-do" });
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`);
    const refusal = removeRefusal(day, dayOf(now), await readEquatedDays(tx));
    if (refusal) return refuse(refusal);
    await tx.delete(equatedDays).where(eq(equatedDays.day, day));
    await recordEvent(tx, actor, { type: "calendar.remove", stream: "calendar", payload: { day } });
    return ok({ day });
  });
}
