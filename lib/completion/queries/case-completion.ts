import "server-only";
import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { answerVersions, applications, completionAnswers, completionRequests, people } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { keyOf } from "@/lib/answers/completion-item";
import type { StoredDraft } from "@/lib/answers/draft";
import { type Answer, changesBetween } from "@/lib/completion/answer";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import type { Scheme } from "@/lib/vocabulary/scheme";

/**
 * Requests of a case with their answers, the newest first, and the changes of each answer; without any, an empty list.
 */
export function caseCompletions(actor: Staff, applicationId: string) {
  return readAs(actor, async (tx) => {
    const rows = await tx
      .select({
        request: completionRequests,
        askedBy: people.name,
        answers: completionAnswers.answers,
        sentAt: completionAnswers.sentAt,
        scheme: applications.scheme,
      })
      .from(completionRequests)
      .innerJoin(applications, eq(applications.id, completionRequests.applicationId))
      .innerJoin(people, eq(people.id, completionRequests.askedBy))
      .leftJoin(
        completionAnswers,
        and(eq(completionAnswers.requestId, completionRequests.id), isNotNull(completionAnswers.sentAt)),
      )
      .where(eq(completionRequests.applicationId, applicationId))
      .orderBy(desc(completionRequests.applicationVersion));
    const superseded = await supersededAnswers(tx, applicationId);
    const sent = rows.filter(({ answers }) => answers !== null).length;
    let nth = sent;
    return Promise.all(
      rows.map(async ({ request, askedBy, answers, sentAt, scheme }) => {
        const before = answers === null ? undefined : superseded[--nth];
        return { ...request, askedBy, sentAt, ...(await answered(request, answers, before, scheme)) };
      }),
    );
  });
}

export type CaseCompletion = Awaited<ReturnType<typeof caseCompletions>>[number];

/** The replaced, sealed answers, the oldest first: one for every completion. */
async function supersededAnswers(tx: Tx, applicationId: string) {
  const rows = await tx
    .select({ answers: answerVersions.answers, rankDay: answerVersions.rankDay })
    .from(answerVersions)
    .where(eq(answerVersions.applicationId, applicationId))
    .orderBy(asc(answerVersions.answersVersion));
  return rows;
}

async function answered(
  request: typeof completionRequests.$inferSelect,
  answers: string | null,
  before: { answers: string; rankDay: string } | undefined,
  scheme: Scheme,
) {
  const answer =
    answers === null ? undefined : await unseal<Answer>(answers, `completion_answers.answers:${request.id}`);
  const filed =
    before && (await unseal<StoredDraft>(before.answers, answersOfApplication(request.applicationId)));
  return {
    rankDayBefore: before?.rankDay,
    items: request.items.map((item) => ({
      ...item,
      key: keyOf(item),
      reply: answer?.replies[keyOf(item)] ?? "",
    })),
    changes: answer && filed ? changesBetween(filed, answer.draft, scheme) : [],
  };
}
