import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { readAs } from "@/db/client";
import { ceilingChanges } from "@/db/schema";
import { VISITOR } from "@/lib/actor";
import type { Figure } from "@/lib/budget/change-kind";
import type { Day } from "@/lib/dates";

export type Resolution = {
  year: number;
  figure: Figure;
  reason: string;
  publication: string;
  publishedOn: Day;
};

/** The last resolution of each year in which the source contradicts itself; public. */
export async function resolutions(): Promise<Resolution[]> {
  const rows = await readAs(VISITOR, (tx) =>
    tx
      .select({
        year: ceilingChanges.year,
        figure: ceilingChanges.figure,
        reason: ceilingChanges.reason,
        publication: ceilingChanges.publication,
        publishedOn: ceilingChanges.publishedOn,
      })
      .from(ceilingChanges)
      .where(and(eq(ceilingChanges.kind, "resolve"), isNotNull(ceilingChanges.confirmedAt)))
      .orderBy(asc(ceilingChanges.confirmedAt)),
  );
  const last = new Map<number, Resolution>();
  for (const { figure, ...row } of rows) if (figure) last.set(row.year, { ...row, figure });
  return [...last.values()];
}
