import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  completionRequests,
  decisions,
  defaultNotices,
  delayNotices,
  events,
  intentions,
  proposals,
} from "@/db/schema";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { objectionDeadline } from "@/lib/calendar/terms";
import { type Day, dayOf } from "@/lib/dates";
import { decisionBefore } from "@/lib/decisions/queries/newest-decision";
import { replacedBy } from "@/lib/decisions/revision";
import { NotFound } from "@/lib/errors";
import { decisionLetter } from "@/lib/letters/decision";
import type { FiledApplication } from "@/lib/letters/filed";
import type { Letter } from "@/lib/letters/letter";
import { reserveLetter } from "@/lib/letters/reserve";
import type { LetterJob } from "@/lib/outbox/letter-job";
import type { LetterKind } from "@/lib/vocabulary/letter-kinds";
import { letterOf } from "./letter-of";
import { hearingBefore } from "./lowering-of";

type Composed = { letter: Letter; objectUntil?: Day };
type Filed = FiledApplication & { id: string };
type Compose = (tx: Tx, application: Filed, job: LetterJob, now: Date) => Promise<Composed>;

const COMPOSE: Record<LetterKind, Compose> = {
  decision: composeDecision,
  intended_refusal: composeIntendedRefusal,
  intended_lowering: composeIntendedLowering,
  delay_notice: composeDelay,
  default_notice: composeDefaultNotice,
  completion_request: composeCompletionRequest,
  reserve: composeReserve,
};

/**
 * What the letter says that this job asks for: as it was looked over, with the day on which it was sent, whenever that is
 * done. Until when one can object counts from when it is published, which is now. Throws NotFound.
 */
export const composeLetter: Compose = (tx, application, job, now) =>
  COMPOSE[job.kind](tx, application, job, now);

async function composeDecision(
  tx: Tx,
  application: Filed,
  { applicationId, about }: LetterJob,
  now: Date,
): Promise<Composed> {
  const [row] = await tx
    .select({ decision: decisions, askedOn: proposals.askedOn })
    .from(decisions)
    .innerJoin(proposals, eq(proposals.id, decisions.proposalId))
    .where(and(eq(decisions.applicationId, applicationId), eq(decisions.applicationVersion, Number(about))));
  if (!row) throw new NotFound(`decision ${about} on ${applicationId}`);
  const { decision, askedOn } = row;
  const objectUntil = objectionDeadline(dayOf(now), await readEquatedDays(tx));
  const last = await decisionBefore(tx, applicationId, decision.applicationVersion);
  const replaces = replacedBy(last, decision);
  const heard = await hearingBefore(tx, applicationId, last?.applicationVersion);
  const said = { ...decision, objectUntil, replaces, askedOn, heard };
  return { letter: decisionLetter(application, said), objectUntil };
}

async function composeIntendedRefusal(
  tx: Tx,
  application: Filed,
  { applicationId, about }: LetterJob,
): Promise<Composed> {
  const [intention] = await tx
    .select()
    .from(intentions)
    .where(
      and(
        eq(intentions.applicationId, applicationId),
        eq(intentions.applicationVersion, Number(about)),
        eq(intentions.kind, "refusal"),
      ),
    );
  if (!intention) throw new NotFound(`intention ${about} for ${applicationId}`);
  const written = { kind: "intended_refusal" as const, content: intention };
  return { letter: await letterOf(tx, application, written, dayOf(intention.intendedAt)) };
}

async function composeIntendedLowering(
  tx: Tx,
  application: Filed,
  { applicationId, about }: LetterJob,
): Promise<Composed> {
  const [intention] = await tx
    .select()
    .from(intentions)
    .where(and(eq(intentions.applicationId, applicationId), eq(intentions.id, about)));
  if (!intention?.keep) throw new NotFound(`intention ${about} for ${applicationId}`);
  const { keep, applicationVersion: version } = intention;
  const written = { kind: "intended_lowering" as const, content: { ...intention, keep, version } };
  return { letter: await letterOf(tx, application, written, dayOf(intention.intendedAt)) };
}

async function composeDelay(
  tx: Tx,
  application: Filed,
  { applicationId, about }: LetterJob,
): Promise<Composed> {
  const [delay] = await tx
    .select()
    .from(delayNotices)
    .where(and(eq(delayNotices.applicationId, applicationId), eq(delayNotices.id, about)));
  if (!delay) throw new NotFound(`notice of delay ${about} for ${applicationId}`);
  const written = { kind: "delay_notice" as const, content: delay };
  return { letter: await letterOf(tx, { ...application, dueOn: delay.dueOn }, written, dayOf(delay.toldAt)) };
}

async function composeDefaultNotice(
  tx: Tx,
  application: Filed,
  { applicationId, about }: LetterJob,
): Promise<Composed> {
  const [notice] = await tx
    .select()
    .from(defaultNotices)
    .where(and(eq(defaultNotices.applicationId, applicationId), eq(defaultNotices.id, about)));
  if (!notice) throw new NotFound(`notice of default ${about} for ${applicationId}`);
  const written = { kind: "default_notice" as const, content: notice };
  return { letter: await letterOf(tx, application, written, dayOf(notice.recordedAt)) };
}

async function composeReserve(
  tx: Tx,
  application: Filed,
  { applicationId, about }: LetterJob,
): Promise<Composed> {
  const [move] = await tx
    .select({ at: events.at })
    .from(events)
    .where(and(eq(events.applicationId, applicationId), eq(events.applicationVersion, Number(about))));
  if (!move) throw new NotFound(`move ${about} of ${applicationId}`);
  return { letter: reserveLetter(application, { writtenOn: dayOf(move.at) }) };
}

async function composeCompletionRequest(
  tx: Tx,
  application: Filed,
  { applicationId, about }: LetterJob,
): Promise<Composed> {
  const [request] = await tx
    .select()
    .from(completionRequests)
    .where(
      and(
        eq(completionRequests.applicationId, applicationId),
        eq(completionRequests.applicationVersion, Number(about)),
      ),
    );
  if (!request) throw new NotFound(`request ${about} to complete ${applicationId}`);
  const written = { kind: "completion_request" as const, content: request };
  const rankDay = request.rankDay ?? application.rankDay;
  return { letter: await letterOf(tx, { ...application, rankDay }, written, request.askedOn) };
}
