import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { type CountRow, tablesOf } from "@/lib/evaluation/outlook";
import { SCHEMES } from "@/lib/vocabulary/scheme";

/** Outcomes of the trajectories of one year, as tables with suppressed small counts. */
export async function evaluation(actor: Staff, year: number) {
  const { rows } = await readAs(actor, (tx) =>
    tx.execute<CountRow>(
      sql`select scheme, dimension, value, outcome, count from evaluation_counts(${year})`,
    ),
  );
  return tablesOf(rows, SCHEMES);
}
