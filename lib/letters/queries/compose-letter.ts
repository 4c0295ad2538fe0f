import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decisions, intendedRefusals } from "@/db/schema";
import { type Day, dayOf } from "@/lib/dates";
import { objectionDeadline } from "@/lib/deadlines/terms";
import { NotFound } from "@/lib/errors";
import { decisionLetter } from "@/lib/letters/decision";
import type { FiledApplication } from "@/lib/letters/filed";
import { intendedRefusalLetter } from "@/lib/letters/intended-refusal";
import type { LetterJob, LetterKind } from "@/lib/letters/job";
import type { Letter } from "@/lib/letters/letter";

type Composed = { letter: Letter; objectUntil?: Day };
type Compose = (tx: Tx, application: FiledApplication, job: LetterJob, now: Date) => Promise<Composed>;

const COMPOSE: Record<LetterKind, Compose> = {
  decision: composeDecision,
  intended_refusal: composeIntendedRefusal,
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
  const objectUntil = objectionDeadline(dayOf(now));
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
