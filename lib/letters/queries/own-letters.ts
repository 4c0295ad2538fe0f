import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { applications, decisions, letters } from "@/db/schema";
import type { Employer, Staff } from "@/lib/actor";

const listed = {
  id: letters.id,
  kind: letters.kind,
  publishedAt: letters.publishedAt,
  publishedOn: letters.publishedOn,
  objectUntil: letters.objectUntil,
  sha256: letters.sha256,
};

/** The letters of one application that this transaction's actor may see, the newest first, without their bytes. */
export async function lettersOf(tx: Tx, applicationId: string) {
  const rows = await tx
    .select(listed)
    .from(letters)
    .where(eq(letters.applicationId, applicationId))
    .orderBy(desc(letters.publishedAt));
  return rows.map(({ sha256, ...letter }) => ({ ...letter, sha256: sha256.toString("hex") }));
}

export type ListedLetter = Awaited<ReturnType<typeof lettersOf>>[number];

/** The letters of an application, for its employer and for officials; empty for anyone else. */
export const listLetters = (actor: Employer | Staff, applicationId: string): Promise<ListedLetter[]> =>
  readAs(actor, (tx) => lettersOf(tx, applicationId));

/** The exact bytes of one letter, with the reference of its application; undefined when it is not the actor's to see. */
export function readLetter(actor: Employer | Staff, applicationId: string, letterId: string) {
  return readAs(actor, async (tx) => {
    const [letter] = await tx
      .select({ kind: letters.kind, content: letters.content, reference: applications.reference })
      .from(letters)
      .innerJoin(applications, eq(applications.id, letters.applicationId))
      .where(and(eq(letters.id, letterId), eq(letters.applicationId, applicationId)));
    return letter;
  });
}

/** Which decision on the actor's application is the newest: what its letter is about; undefined before there is one. */
export function newestDecision(actor: Employer, applicationId: string) {
  return readAs(actor, async (tx) => {
    const [decision] = await tx
      .select({ version: decisions.applicationVersion, reference: applications.reference })
      .from(decisions)
      .innerJoin(applications, eq(applications.id, decisions.applicationId))
      .where(
        and(eq(decisions.applicationId, applicationId), eq(decisions.organisationId, actor.organisationId)),
      )
      .orderBy(desc(decisions.applicationVersion))
      .limit(1);
    return decision;
  });
}
