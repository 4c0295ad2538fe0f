import "server-only";
import { eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { equatedDays } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { addRefusal, type CalendarRefusal } from "@/lib/calendar/calendar";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import type { equatedDaySchema } from "@/lib/calendar/schema";
import { type Day, dayOf } from "@/lib/dates";
import { ok, type Result, refuse } from "@/lib/result";

export type AddDayRefusal = CalendarRefusal | { reason: "not-yours-to-do" };

/**
 * A budget holder adds a day that a royal decree equates with a holiday; terms computed from now on use it. Adding the
 * same day with the same decree twice adds one.
 */
export function addEquatedDay(
  actor: Staff,
  { day, source }: z.output<typeof equatedDaySchema>,
): Promise<Result<{ day: Day }, AddDayRefusal>> {
  return asActor(actor, async (tx, now) => {
    if (!actor.roles.includes("budget_holder")) return refuse({ reason: "not-yours-to-do" });
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`);
    const [kept] = await tx.select().from(equatedDays).where(eq(equatedDays.day, day));
    if (kept?.source === source) return ok({ day });
    const refusal = addRefusal(day, dayOf(now), await readEquatedDays(tx));
    if (refusal) return refuse(refusal);
    await tx.insert(equatedDays).values({ day, source, enteredBy: actor.personId });
    await recordEvent(tx, actor, { type: "calendar.add", stream: "calendar", payload: { day, source } });
    return ok({ day });
  });
}
