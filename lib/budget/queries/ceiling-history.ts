import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readAs, type Tx } from "@/db/client";
import { ceilingChanges, people } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { LineId } from "@/lib/vocabulary/budget-lines";

const [proposer, confirmer, rejecter] = [
  alias(people, "proposer"),
  alias(people, "confirmer"),
  alias(people, "rejecter"),
];
const IS_OPEN = sql`${ceilingChanges.confirmedBy} is null and ${ceilingChanges.rejectedBy} is null`;

/** Every change of a ceiling with its people, open ones first, then the newest; at most 200. */
export const allChanges = (actor: Staff) => readAs(actor, (tx) => changes(tx, actor, undefined));

/** As `allChanges`, of one line in one year, in the caller's transaction. */
export const changesOf = (tx: Tx, actor: Staff, line: string, year: number) =>
  changes(tx, actor, and(eq(ceilingChanges.lineId, line), eq(ceilingChanges.year, year)));

async function changes(tx: Tx, actor: Staff, which: SQL | undefined) {
  const rows = await tx
    .select({
      id: ceilingChanges.id,
      line: sql<LineId>`${ceilingChanges.lineId}`,
      year: ceilingChanges.year,
      kind: ceilingChanges.kind,
      fromCents: ceilingChanges.fromCents,
      toCents: ceilingChanges.toCents,
      releasesOn: ceilingChanges.releasesOn,
      figure: ceilingChanges.figure,
      targetLine: ceilingChanges.targetLineId,
      targetYear: ceilingChanges.targetYear,
      reason: ceilingChanges.reason,
      publication: ceilingChanges.publication,
      publishedOn: ceilingChanges.publishedOn,
      proposedBy: ceilingChanges.proposedBy,
      proposedByName: proposer.name,
      proposedAt: ceilingChanges.proposedAt,
      confirmedByName: confirmer.name,
      confirmedAt: ceilingChanges.confirmedAt,
      rejectedByName: rejecter.name,
      rejectedAt: ceilingChanges.rejectedAt,
    })
    .from(ceilingChanges)
    .innerJoin(proposer, eq(proposer.id, ceilingChanges.proposedBy))
    .leftJoin(confirmer, eq(confirmer.id, ceilingChanges.confirmedBy))
    .leftJoin(rejecter, eq(rejecter.id, ceilingChanges.rejectedBy))
    .where(which)
    .orderBy(desc(IS_OPEN), desc(ceilingChanges.proposedAt))
    .limit(200);
  return rows.map(({ proposedBy, ...row }) => ({
    ...row,
    state: stateOf(row),
    isOwn: proposedBy === actor.personId,
  }));
}

type ChangeState = "open" | "confirmed" | "rejected";
const stateOf = (row: { confirmedAt: Date | null; rejectedAt: Date | null }): ChangeState =>
  row.confirmedAt ? "confirmed" : row.rejectedAt ? "rejected" : "open";

export type CeilingChange = Awaited<ReturnType<typeof changes>>[number];
