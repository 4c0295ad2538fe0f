import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { answerVersions, completionAnswers, trajectories } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import type { Filing } from "@/lib/answers/answers";
import { keyOf } from "@/lib/answers/completion-item";
import { type Incomplete, readFiling, type StoredDraft } from "@/lib/answers/draft";
import { type ApplicationRow, lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { type Answer, changesBetween, stateOf } from "@/lib/completion/answer";
import { recordAgreement } from "@/lib/correspondence/commands/record-agreement";
import { filedDocuments } from "@/lib/documents/queries/filed-documents";
import { recordFacts } from "@/lib/evaluation/commands/record-facts";
import { keepUndertaking } from "@/lib/filing/commands/keep-undertaking";
import { sumCents } from "@/lib/money";
import { keyedHash, seal, unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { awardFor } from "@/lib/schemes/award";
import { requiredDocuments } from "@/lib/schemes/required-documents";
import { rulesFor } from "@/lib/schemes/rules";
import { missingKinds } from "@/lib/vocabulary/document-kinds";
import {
  addedFor,
  answerSoFar,
  type NotOpen,
  newestRequest,
  openRequest,
  type RequestRow,
} from "./open-request";

export type CompleteRefusal =
  | Incomplete
  | NotOpen
  | { reason: "changed-since-check" }
  | { reason: "documents-missing" }
  | { reason: "items-open"; keys: string[] };

/**
 * Files the previewed revision of the answer to a request: it replaces the answers, which are kept, and returns to the
 * same reviewer. Repeating it has no further effect. The database moves the rank day when a listed item was missing
 * (Awb 4:5, 4:26). Throws NotFound.
 */
export async function completeApplication(
  actor: Employer,
  input: { applicationId: string; requestId: string; revision: number },
): Promise<Result<{ completed: true }, CompleteRefusal>> {
  demandLevel(actor, "completion.send");
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, input.applicationId, actor.organisationId);
    const newest = await newestRequest(tx, application.id);
    if (newest?.id === input.requestId && newest.end === "completed") return ok({ completed: true });
    const request = await openRequest(tx, application, now);
    if (!request.ok) return request;
    const { answer, revision } = await answerSoFar(tx, request.value, application.answers);
    if (request.value.id !== input.requestId || revision !== input.revision)
      return refuse({ reason: "changed-since-check" });

    const filed = await unseal<StoredDraft>(application.answers, answersOfApplication(application.id));
    const changes = changesBetween(filed, answer.draft, application.scheme);
    const documents = await filedDocuments(tx, application.id);
    const added = addedFor(request.value, documents);
    const open = request.value.items.filter(
      (item) => stateOf(item, changes, added, answer.replies) === "open",
    );
    if (open.length > 0) return refuse({ reason: "items-open", keys: open.map(keyOf) });
    const filing = readFiling(answer.draft, application.scheme);
    if (!filing.ok) return filing;
    const required = requiredDocuments(rulesFor(application.rulesVersion), filing.value.bank);
    if (missingKinds(required, documents).length > 0) return refuse({ reason: "documents-missing" });
    await replace(tx, actor, { application, request: request.value, answer, filing: filing.value });
    return ok({ completed: true });
  });
}

type Replacement = { application: ApplicationRow; request: RequestRow; answer: Answer; filing: Filing };

/** In this order, because the database requires both copies while the request is open. */
async function replace(tx: Tx, actor: Employer, { application, request, answer, filing }: Replacement) {
  const { id, organisationId, answers, answersVersion, rankDay, requestedCents, rulesVersion } = application;
  if (!rankDay || requestedCents === null) throw new Error(`application ${id} was never filed`);
  await tx
    .insert(answerVersions)
    .values({ applicationId: id, organisationId, answers, answersVersion, rankDay, requestedCents });
  await tx
    .update(completionAnswers)
    .set({ sentAt: sql`portal_now()` })
    .where(eq(completionAnswers.requestId, request.id));
  const asked = filing.trajectories.map((trajectory, index) => ({ ...trajectory, number: index + 1 }));
  const award = awardFor(rulesFor(rulesVersion), asked);
  for (const { number, track, personKey } of asked)
    await tx
      .update(trajectories)
      .set({ track, personKey, requestedCents: sumOf(award.filter((l) => l.trajectory === number)) })
      .where(and(eq(trajectories.applicationId, id), eq(trajectories.number, number)));
  await recordFacts(tx, id, filing);
  await keepUndertaking(tx, application, filing);
  const payload = {
    answersVersion: answersVersion + 1,
    assurance: actor.assurance,
    shiftsRank: request.shiftsRank,
    rankDayBefore: rankDay,
  };
  const set = {
    answers: await seal(answer.draft, answersOfApplication(id)),
    answersVersion: answersVersion + 1,
    ibanKey: keyedHash("iban", filing.bank.iban),
    requestedCents: sumOf(award),
  };
  await moveApplication(tx, actor, "complete", application, { set, payload });
  await recordAgreement(tx, actor, { id, answersVersion: answersVersion + 1 });
}

const sumOf = (lines: readonly AwardLine[]) => sumCents(lines.map(({ amountCents }) => amountCents));
