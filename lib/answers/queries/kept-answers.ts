import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { keptAnswers } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { Part } from "@/lib/answers/draft";
import type { KeptPlace } from "@/lib/answers/kept-place";
import type { RawSection } from "@/lib/form-state";
import { unseal } from "@/lib/privacy/seal";

/** How long answers are kept after a time-out: a day. */
export const KEPT_FOR_HOURS = 24;

/** Answers that could not be saved because the session had ended, with the revision that they were typed upon. */
export type Kept = { answers: RawSection; revision: number };

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
    async ({ part, answers }) => [part as KeptPlace, await unseal<Kept>(answers)] as const,
  );
  return new Map(await Promise.all(kept));
}

/** The kept answers of this person in one form; undefined when there are none. */
export const keptAt = (actor: Employer, applicationId: string, place: KeptPlace): Promise<Kept | undefined> =>
  readAs(actor, async (tx) => (await readKept(tx, actor, applicationId)).get(place));

/** The parts of a draft with kept answers, in their order. */
export const partsIn = (
  { progress }: { progress: readonly { part: Part }[] },
  kept: ReadonlyMap<KeptPlace, Kept>,
): Part[] => progress.map(({ part }) => part).filter((part) => kept.has(part));
