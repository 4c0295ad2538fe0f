import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, windows } from "@/db/schema";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { suspensionsOf } from "@/lib/calendar/queries/suspensions";
import { decisionDeadline } from "@/lib/calendar/terms";
import { type Day, dayOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";

/**
 * Brings the last day to decide of an application up to date with what suspended its term until today (Awb 4:15), and
 * gives it. The caller holds the lock on the application.
 */
export async function moveDueOn(
  tx: Tx,
  { id, windowId }: { id: string; windowId: string },
  today: Day,
): Promise<Day> {
  const [window] = await tx
    .select({ closesAt: windows.closesAt, weeks: windows.decisionWeeks })
    .from(windows)
    .where(eq(windows.id, windowId));
  if (!window) throw new NotFound(`window ${windowId}`);
  const dueOn = decisionDeadline({
    windowClosesOn: dayOf(window.closesAt),
    weeks: window.weeks,
    equated: await readEquatedDays(tx),
    suspensions: (await suspensionsOf(tx, [id], today))(id),
  });
  await tx.update(applications).set({ dueOn }).where(eq(applications.id, id));
  return dueOn;
}
