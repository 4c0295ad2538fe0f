import "server-only";
import { asActor } from "@/db/client";
import { keptAnswers } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { RawSection } from "@/lib/applications/answers";
import { answersOf, type Part, type StoredDraft } from "@/lib/applications/draft";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { NotFound } from "@/lib/errors";
import { seal, unseal } from "@/lib/privacy/seal";
import { answersToKeep } from "./save-part";

/**
 * Keeps what was typed in one part for someone whose session has ended, sealed, until he has signed in again; it
 * does not change the draft. `actor` is who he was: nothing comes back but that it is kept. A BSN or V-number is
 * turned into a key at once. Throws NotFound when there is no such part in a draft of his.
 */
export async function keepAnswers(
  actor: Employer,
  input: { applicationId: string; part: Part; answers: RawSection; revision: number },
): Promise<void> {
  const { applicationId, part, revision } = input;
  await asActor(actor, async (tx, now) => {
    const own = await ownApplication(tx, actor, applicationId);
    if (own?.application.state !== "draft") throw new NotFound(`draft ${applicationId}`);
    const { scheme, answers } = own.application;
    const stored = answersOf(await unseal<StoredDraft>(answers), part);
    if (!stored) throw new NotFound(part);
    const kept = { answers: answersToKeep(part, scheme, input.answers, stored.personKey), revision };
    const row = { answers: await seal(kept), keptAt: now };
    await tx
      .insert(keptAnswers)
      .values({ personId: actor.personId, applicationId, part, ...row })
      .onConflictDoUpdate({
        target: [keptAnswers.personId, keptAnswers.applicationId, keptAnswers.part],
        set: row,
      });
  });
}
