import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { letterConcepts } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { ConceptContent, ConceptKind, Rewritten } from "@/lib/concepts/concept";
import { type DayTurned, isOfToday, type ShownOn } from "@/lib/concepts/shown-date";
import { ok, type Result, refuse } from "@/lib/result";

/** Stores a concept in place of the earlier one, under a new id. The caller holds the lock. */
export async function keepConcept<K extends ConceptKind>(
  tx: Tx,
  actor: Staff,
  { applicationId, kind, content }: { applicationId: string; kind: K; content: ConceptContent[K] },
): Promise<{ conceptId: string }> {
  const written = { content, writtenBy: actor.personId };
  const [row] = await tx
    .insert(letterConcepts)
    .values({ applicationId, kind, ...written })
    .onConflictDoUpdate({
      target: [letterConcepts.applicationId, letterConcepts.kind],
      set: { ...written, id: sql`uuidv7()`, writtenAt: sql`portal_now()` },
    })
    .returning({ conceptId: letterConcepts.id });
  if (!row) throw new Error("nothing was written");
  return row;
}

type Seen<K extends ConceptKind> = { applicationId: string; kind: K; conceptId: string };
type LookedOver<K extends ConceptKind> = Seen<K> & ShownOn & { now: Date };

const thatOne = ({ applicationId, kind, conceptId }: Seen<ConceptKind>) =>
  and(
    eq(letterConcepts.id, conceptId),
    eq(letterConcepts.applicationId, applicationId),
    eq(letterConcepts.kind, kind),
  );

/**
 * The previewed concept, to send exactly that; refused when it was rewritten or sent, and when it would have another
 * date than on screen. The caller holds the lock.
 */
export async function lookedOver<K extends ConceptKind>(
  tx: Tx,
  seen: LookedOver<K>,
): Promise<Result<ConceptContent[K], Rewritten | DayTurned>> {
  const [row] = await tx
    .select({ content: letterConcepts.content })
    .from(letterConcepts)
    .where(thatOne(seen));
  if (!row) return refuse({ reason: "rewritten" });
  return isOfToday(seen, seen.now) ? ok(row.content as ConceptContent[K]) : refuse({ reason: "day-turned" });
}

/** Deletes a concept that was sent. */
export const forgetConcept = (tx: Tx, seen: Seen<ConceptKind>) =>
  tx.delete(letterConcepts).where(thatOne(seen));
