import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { completionAnswers, completionRequests } from "@/db/schema";
import type { StoredDraft } from "@/lib/answers/draft";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import type { Answer } from "@/lib/completion/answer";
import { type Day, dayOf } from "@/lib/dates";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { ok, type Result, refuse } from "@/lib/result";
import type { State } from "@/lib/vocabulary/lifecycle";

export type RequestRow = typeof completionRequests.$inferSelect;

/** The request cannot be answered: it was answered or has ended, or its last day has passed. */
export type NotOpen = { reason: "not-asked"; state: State } | { reason: "too-late-to-complete"; dueOn: Day };

/** The newest request of an application; undefined without one. */
export async function newestRequest(tx: Tx, applicationId: string): Promise<RequestRow | undefined> {
  const [row] = await tx
    .select()
    .from(completionRequests)
    .where(eq(completionRequests.applicationId, applicationId))
    .orderBy(desc(completionRequests.applicationVersion))
    .limit(1);
  return row;
}

/** The request that an employer can answer now. */
export async function openRequest(
  tx: Tx,
  application: Pick<ApplicationRow, "id" | "state">,
  now: Date,
): Promise<Result<RequestRow, NotOpen>> {
  const { id, state } = application;
  const request = await newestRequest(tx, id);
  if (state !== "completion_requested" || !request || request.endedOn)
    return refuse({ reason: "not-asked", state });
  if (dayOf(now) > request.dueOn) return refuse({ reason: "too-late-to-complete", dueOn: request.dueOn });
  return ok(request);
}

export type AnswerSoFar = { answer: Answer; revision: number; savedAt: Date | undefined };

/** The answer so far: the filed answers, as revision 0, until something is saved. */
export async function answerSoFar(
  tx: Tx,
  { id, applicationId, organisationId }: Pick<RequestRow, "id" | "applicationId" | "organisationId">,
  filed: string,
): Promise<AnswerSoFar> {
  const [row] = await tx
    .select()
    .from(completionAnswers)
    .where(and(eq(completionAnswers.requestId, id), eq(completionAnswers.organisationId, organisationId)));
  if (row)
    return {
      answer: await unseal<Answer>(row.answers, `completion_answers.answers:${id}`),
      revision: row.revision,
      savedAt: row.savedAt,
    };
  const draft = await unseal<StoredDraft>(filed, answersOfApplication(applicationId));
  return { answer: { draft, replies: {} }, revision: 0, savedAt: undefined };
}

/** The files that were added since the request. */
export const addedFor = <D extends { applicationVersion: number }>(
  { applicationVersion }: Pick<RequestRow, "applicationVersion">,
  documents: readonly D[],
): D[] => documents.filter((document) => document.applicationVersion === applicationVersion);
