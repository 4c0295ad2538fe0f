import "server-only";
import { readAs } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { keyOf } from "@/lib/answers/completion-item";
import type { StoredDraft } from "@/lib/answers/draft";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { changesBetween, stateOf } from "@/lib/completion/answer";
import { addedFor, answerSoFar, newestRequest } from "@/lib/completion/commands/open-request";
import { dayOf, daysBetween } from "@/lib/dates";
import { draftView } from "@/lib/filing/queries/read-draft";
import { cents } from "@/lib/money";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { awardTotal } from "@/lib/schemes/award";
import { placedBy } from "@/lib/vocabulary/distribution";

/**
 * The open request of an application of the actor's organisation, with the answer so far; "filed" without an open
 * request, undefined when there is no such filed application.
 */
export async function readCompletion(actor: Employer, id: string) {
  return readAs(actor, async (tx, now) => {
    const own = await ownApplication(tx, actor, id);
    if (!own?.application.reference) return undefined;
    const { application } = own;
    const request = await newestRequest(tx, id);
    if (application.state !== "completion_requested" || !request) return "filed";
    const { answer, revision, savedAt } = await answerSoFar(tx, request, application.answers);
    const filed = await unseal<StoredDraft>(application.answers, answersOfApplication(id));
    const changes = changesBetween(filed, answer.draft, application.scheme);
    const view = await draftView(tx, own, answer.draft, now);
    const items = request.items.map((item) => ({
      ...item,
      key: keyOf(item),
      state: stateOf(item, changes, addedFor(request, view.documents), answer.replies),
      reply: answer.replies[keyOf(item)] ?? "",
    }));
    const rankDay = application.rankDay ?? "";
    const today = dayOf(now);
    const daysLeft = daysBetween(today, request.dueOn);
    const unfinished = view.progress.filter(({ state }) => state !== "done").map(({ part }) => part);
    return {
      ...view,
      reference: own.application.reference,
      requestId: request.id,
      askedOn: request.askedOn,
      dueOn: request.dueOn,
      today,
      daysLeft,
      shiftsRank: request.shiftsRank,
      rankDay,
      placedBy: placedBy(own.window.distribution, rankDay, dayOf(own.window.closesAt)),
      items,
      changes,
      revision,
      answeredAt: savedAt,
      unfinished,
      isReady:
        daysLeft >= 0 &&
        unfinished.length === 0 &&
        view.missingDocuments.length === 0 &&
        items.every(({ state }) => state !== "open"),
      requested: { before: application.requestedCents ?? cents(0), after: awardTotal(view.award) },
    };
  });
}

export type CompletionView = Exclude<Awaited<ReturnType<typeof readCompletion>>, "filed" | undefined>;
