import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ceilings, windows } from "@/db/schema";
import { dayOf, yearOf } from "@/lib/dates";
import { leafOf } from "@/lib/vocabulary/scheme";
import type { Around, WrittenPlan } from "@/lib/windows/plan";

/** What a plan is judged by: the ceiling of its year as it is now, and the published windows of its scheme. */
export async function around(
  tx: Tx,
  { scheme, opensOn }: Pick<WrittenPlan, "scheme" | "opensOn">,
  now: Date,
): Promise<Around> {
  const [ceiling] = await tx
    .select({ cents: ceilings.ceilingCents })
    .from(ceilings)
    .where(and(eq(ceilings.lineId, leafOf(scheme)), eq(ceilings.year, yearOf(opensOn))));
  const others = await tx
    .select({ id: windows.id, opensAt: windows.opensAt, closesAt: windows.closesAt })
    .from(windows)
    .where(and(eq(windows.scheme, scheme), eq(windows.isExample, false)));
  return { today: dayOf(now), ceilingCents: ceiling?.cents, others };
}
