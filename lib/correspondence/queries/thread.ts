import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { agreedDeclarations, applications, contactChanges, people, questions } from "@/db/schema";
import type { Employer, Staff } from "@/lib/actor";
import { textOf } from "@/lib/declarations/texts";
import type { RawSection } from "@/lib/form-state";
import { unseal } from "@/lib/privacy/seal";

/**
 * Questions and answers about one filed application, the oldest first; undefined when the actor may not see it. For an
 * employer each names the side that wrote, not the official.
 */
export function questionThread(actor: Employer | Staff, applicationId: string) {
  return readAs(actor, async (tx) => {
    const [application] = await tx
      .select({ reference: applications.reference, organisationId: applications.organisationId })
      .from(applications)
      .where(eq(applications.id, applicationId));
    const isTheirs = actor.kind === "staff" || application?.organisationId === actor.organisationId;
    if (!application?.reference || !isTheirs) return undefined;
    return { reference: application.reference, posts: await postsOf(tx, applicationId) };
  });
}

async function postsOf(tx: Tx, applicationId: string) {
  const rows = await tx
    .select({
      id: questions.id,
      side: questions.side,
      at: questions.at,
      words: questions.words,
      by: people.name,
    })
    .from(questions)
    .leftJoin(people, eq(people.id, questions.personId))
    .where(eq(questions.applicationId, applicationId))
    .orderBy(asc(questions.at), asc(questions.id));
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      words: await unseal<string>(row.words, `questions.words:${row.id}`),
    })),
  );
}

export type Post = Awaited<ReturnType<typeof postsOf>>[number];

/** Changes of contact persons after filing, the newest first, for officials. */
export function contactHistory(actor: Staff, applicationId: string) {
  return readAs(actor, async (tx) => {
    const rows = await tx
      .select({ id: contactChanges.id, at: contactChanges.changedAt, contacts: contactChanges.contacts })
      .from(contactChanges)
      .where(eq(contactChanges.applicationId, applicationId))
      .orderBy(desc(contactChanges.changedAt), desc(contactChanges.id));
    return Promise.all(
      rows.map(async ({ contacts, ...row }) => ({
        ...row,
        contacts: await unseal<RawSection>(contacts, `contact_changes.contacts:${row.id}`),
      })),
    );
  });
}

/**
 * The declarations agreed to with the newest answers, or with this version of them: text and version of each, and when.
 */
export async function agreementsOf(tx: Tx, applicationId: string, version?: number) {
  const rows = await tx
    .select()
    .from(agreedDeclarations)
    .where(eq(agreedDeclarations.applicationId, applicationId))
    .orderBy(desc(agreedDeclarations.answersVersion), asc(agreedDeclarations.name));
  return rows
    .filter(({ answersVersion }) => answersVersion === (version ?? rows[0]?.answersVersion))
    .map(({ name, textVersion, textHash, agreedAt }) => ({
      name,
      textVersion,
      agreedAt,
      text: textOf({ name, textVersion, textHash }) ?? name,
    }));
}

export type Agreement = Awaited<ReturnType<typeof agreementsOf>>[number];
