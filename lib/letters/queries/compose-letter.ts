import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  applications,
  completionRequests,
  decisions,
  defaultNotices,
  delayNotices,
  intendedRefusals,
} from "@/db/schema";
import type { StoredDraft } from "@/lib/applications/draft";
import { completionLetter } from "@/lib/completion/letter";
import { type Day, dayOf } from "@/lib/dates";
import { readEquatedDays } from "@/lib/deadlines/queries/equated-days";
import { objectionDeadline } from "@/lib/deadlines/terms";
import { NotFound } from "@/lib/errors";
import { decisionLetter } from "@/lib/letters/decision";
import { defaultNoticeLetter } from "@/lib/letters/default-notice";
import { delayLetter } from "@/lib/letters/delay-notice";
import type { FiledApplication } from "@/lib/letters/filed";
import { intendedRefusalLetter } from "@/lib/letters/intended-refusal";
import type { LetterJob, LetterKind } from "@/lib/letters/job";
import type { Letter } from "@/lib/letters/letter";
import { reserveLetter } from "@/lib/letters/reserve";
import { unseal } from "@/lib/privacy/seal";

type Composed = { letter: Letter; objectUntil?: Day };
type Compose = (tx: Tx, application: FiledApplication, job: LetterJob, now: Date) => Promise<Composed>;

const COMPOSE: Record<LetterKind, Compose> = {
  decision: composeDecision,
  intended_refusal: composeIntendedRefusal,
  delay_notice: composeDelay,
  default_notice: composeDefaultNotice,
  completion_request: composeCompletionRequest,
  reserve: async (_tx, application, _job, now) => ({
    letter: reserveLetter(application, { writtenOn: dayOf(now) }),
  }),
};

/** What the letter says that this job asks for, published now, and until when one can object. Throws NotFound. */
export const composeLetter: Compose = (tx, application, job, now) =>
  COMPOSE[job.kind](tx, application, job, now);

async function composeDecision(
  tx: Tx,
  application: FiledApplication,
  { applicationId, about }: LetterJob,
  now: Date,
): Promise<Composed> {
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), eq(decisions.applicationVersion, Number(about))));
  if (!decision) throw new NotFound(`decision ${about} on ${applicationId}`);
  const objectUntil = objectionDeadline(dayOf(now), await readEquatedDays(tx));
  return { letter: decisionLetter(application, { ...decision, objectUntil }), objectUntil };
}

async function composeIntendedRefusal(
  tx: Tx,
  application: FiledApplication,
  { applicationId, about }: LetterJob,
  now: Date,
): Promise<Composed> {
  const [intention] = await tx
    .select()
    .from(intendedRefusals)
    .where(
      and(
        eq(intendedRefusals.applicationId, applicationId),
        eq(intendedRefusals.applicationVersion, Number(about)),
      ),
    );
  if (!intention) throw new NotFound(`intention ${about} for ${applicationId}`);
  return { letter: intendedRefusalLetter(application, { ...intention, writtenOn: dayOf(now) }) };
}

async function composeDelay(
  tx: Tx,
  application: FiledApplication,
  { applicationId, about }: LetterJob,
  now: Date,
): Promise<Composed> {
  const [delay] = await tx
    .select()
    .from(delayNotices)
    .where(and(eq(delayNotices.applicationId, applicationId), eq(delayNotices.id, about)));
  if (!delay) throw new NotFound(`notice of delay ${about} for ${applicationId}`);
  return { letter: delayLetter(application, { ...delay, writtenOn: dayOf(now) }) };
}

async function composeDefaultNotice(
  tx: Tx,
  application: FiledApplication,
  { applicationId, about }: LetterJob,
  now: Date,
): Promise<Composed> {
  const [notice] = await tx
    .select()
    .from(defaultNotices)
    .where(and(eq(defaultNotices.applicationId, applicationId), eq(defaultNotices.id, about)));
  if (!notice) throw new NotFound(`notice of default ${about} for ${applicationId}`);
  return { letter: defaultNoticeLetter(application, { ...notice, writtenOn: dayOf(now) }) };
}

async function composeCompletionRequest(
  tx: Tx,
  application: FiledApplication,
  { applicationId, about }: LetterJob,
): Promise<Composed> {
  const [row] = await tx
    .select({ request: completionRequests, answers: applications.answers })
    .from(completionRequests)
    .innerJoin(applications, eq(applications.id, completionRequests.applicationId))
    .where(
      and(
        eq(completionRequests.applicationId, applicationId),
        eq(completionRequests.applicationVersion, Number(about)),
      ),
    );
  if (!row) throw new NotFound(`request ${about} to complete ${applicationId}`);
  const { trajectories } = await unseal<StoredDraft>(row.answers);
  const letter = completionLetter(application, {
    items: row.request.items,
    dueOn: row.request.dueOn,
    filedOn: dayOf(application.submittedAt),
    rankDay: row.request.rankDay ?? application.rankDay,
    trajectoryKeys: trajectories.map(({ key }) => key),
  });
  return { letter };
}
