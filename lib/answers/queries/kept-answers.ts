import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { keptAnswers } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { KeptPlace } from "@/lib/answers/kept-place";
import type { RawSection } from "@/lib/form-state";
import { unseal } from "@/lib/privacy/seal";
import type { Place } from "@/lib/privacy/sealed-columns";

/** How long answers are kept after a time-out: a day. */
export const KEPT_FOR_HOURS = 24;

/** Answers that could not be saved because the session had ended, with the revision that they were typed upon. */
export type Kept = { answers: RawSection; revision: number };

/** What kept answers are sealed for: the person, the application and the form. */
export const placeOfKept = (personId: string, applicationId: string, part: string): Place =>
  `kept_answers.answers:${personId}:${applicationId}:${part}`;

/** The kept answers of this person about an application, by place. */
export async function readKept(
  tx: Tx,
  { personId }: Employer,
  applicationId: string,
): Promise<Map<KeptPlace, Kept>> {
  const rows = await tx
    .select({ part: keptAnswers.part, answers: keptAnswers.answers })
    .from(keptAnswers)
    .where(
      and(
        eq(keptAnswers.personId, personId),
        eq(keptAnswers.applicationId, applicationId),
        gt(keptAnswers.keptAt, sql`portal_now() - make_interval(hours => ${KEPT_FOR_HOURS})`),
      ),
    );
  const kept = rows.map(
    async ({ part, answers }) =>
      [part as KeptPlace, await unseal<Kept>(answers, placeOfKept(personId, applicationId, part))] as const,
  );
  return new Map(await Promise.all(kept));
}

/** What was typed as its form shows it: never with the key that is kept of a person's number. */
export type Typed = { answers: RawSection; revision: number; personKnown: boolean };
export const typedIn = ({ answers: { personKey, ...answers }, revision }: Kept): Typed => ({
  ...{ answers, revision, personKnown: personKey !== undefined },
});

/** What this person typed in one form before a time-out; undefined when nothing is kept. */
export const typedAt = (
  actor: Employer,
  applicationId: string,
  place: KeptPlace,
): Promise<Typed | undefined> =>
  readAs(actor, async (tx) => {
    const kept = (await readKept(tx, actor, applicationId)).get(place);
    return kept && typedIn(kept);
  });
