import "server-only";
import { and, eq } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { letterConcepts } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { ConceptContent, ConceptKind } from "@/lib/concepts/concept";
import { dayOf } from "@/lib/dates";
import type { Letter } from "@/lib/letters/letter";
import { definitionOf } from "@/lib/letters/registry";
import { readFiled } from "./read-filed";

async function conceptOf<K extends ConceptKind>(tx: Tx, applicationId: string, kind: K) {
  const [row] = await tx
    .select({ id: letterConcepts.id, content: letterConcepts.content })
    .from(letterConcepts)
    .where(and(eq(letterConcepts.applicationId, applicationId), eq(letterConcepts.kind, kind)));
  return row && { id: row.id, content: row.content as ConceptContent[K] };
}

/** The concept of this letter; undefined when there is none. */
export const readConcept = <K extends ConceptKind>(
  actor: Staff,
  applicationId: string,
  kind: K,
): Promise<ConceptContent[K] | undefined> =>
  readAs(actor, async (tx) => (await conceptOf(tx, applicationId, kind))?.content);

/** That letter as sending it today would publish it, and the id to send it by; undefined when nothing was written. */
export const previewConcept = (
  actor: Staff,
  applicationId: string,
  kind: ConceptKind,
): Promise<{ conceptId: string; letter: Letter } | undefined> =>
  readAs(actor, async (tx, now) => {
    const concept = await conceptOf(tx, applicationId, kind);
    const application = concept && (await readFiled(tx, applicationId));
    if (!application) return undefined;
    const today = dayOf(now);
    const written = { content: concept.content, writtenOn: today };
    const { letter } = await definitionOf(kind).compose(tx, application, written, today);
    return { conceptId: concept.id, letter };
  });
