import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { budgetLines, ceilings, windows } from "@/db/schema";
import { dayOf } from "@/lib/dates";
import type { Around, WrittenPlan } from "@/lib/windows/plan";

/** The facts by which a plan is judged: its ceiling as it is now, and the published windows of its scheme. */
export async function around(
  tx: Tx,
  { scheme, ceiling }: Pick<WrittenPlan, "scheme" | "ceiling">,
  now: Date,
): Promise<Around> {
  const [line] = await tx
    .select({ scheme: budgetLines.scheme, earmark: budgetLines.earmark, cents: ceilings.ceilingCents })
    .from(budgetLines)
    .leftJoin(ceilings, and(eq(ceilings.lineId, budgetLines.id), eq(ceilings.year, ceiling.year)))
    .where(eq(budgetLines.id, ceiling.line));
  const others = await tx
    .select({ id: windows.id, opensAt: windows.opensAt, closesAt: windows.closesAt })
    .from(windows)
    .where(and(eq(windows.scheme, scheme), eq(windows.isExample, false)));
  return {
    today: dayOf(now),
    lineScheme: line?.earmark === null ? (line.scheme ?? undefined) : undefined,
    ceilingCents: line?.cents ?? undefined,
    others,
    isDemo: await isDemo(tx),
  };
}

/** Whether this database is a demo, as its owner said. */
async function isDemo(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ demo: boolean }>(sql`select is_demo() as demo`);
  return rows[0]?.demo ?? false;
}
