import "server-only";
import { asActor } from "@/db/client";
import { keptAnswers } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { answersOf, type StoredDraft } from "@/lib/answers/draft";
import { isKeepable, isOfFiled, type KeptPlace, partAt } from "@/lib/answers/kept-place";
import { placeOfKept } from "@/lib/answers/queries/kept-answers";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { NotFound } from "@/lib/errors";
import type { RawSection } from "@/lib/form-state";
import { keepNumber } from "@/lib/person-checks/commands/keep-number";
import { seal, unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { answersToKeep } from "./save-part";

export type Typed = { applicationId: string; place: KeptPlace; answers: RawSection; revision: number };

/**
 * Seals the typed answers of one form for a person whose session has timed out, until they sign in again. `actor` is
 * that person. A BSN or V-number becomes a key at once, and is stored only as the rules say. Throws NotFound for a draft, part or application that is not
 * theirs, and for accounts and declarations, which are never kept.
 */
export async function keepAnswers(actor: Employer, input: Typed): Promise<void> {
  demandLevel(actor, "answers.keep");
  const { applicationId, place, revision } = input;
  await asActor(actor, async (tx, now) => {
    const own = await ownApplication(tx, actor, applicationId);
    if (!own || !isKeepable(place) || isOfFiled(place) === (own.application.state === "draft"))
      throw new NotFound(`${place} of ${applicationId}`);
    const kept = { answers: await answersAt(own.application, input), revision };
    await keepNumber(tx, own.application, input.answers.personNumber);
    const row = { answers: await seal(kept, placeOfKept(actor.personId, applicationId, place)), keptAt: now };
    await tx
      .insert(keptAnswers)
      .values({ personId: actor.personId, applicationId, part: place, ...row })
      .onConflictDoUpdate({
        target: [keptAnswers.personId, keptAnswers.applicationId, keptAnswers.part],
        set: row,
      });
  });
}

async function answersAt({ id, scheme, answers }: ApplicationRow, { place, answers: typed }: Typed) {
  const part = partAt(place);
  if (!part) return typed;
  if (isOfFiled(place)) return answersToKeep(part, scheme, typed, undefined);
  const stored = answersOf(await unseal<StoredDraft>(answers, answersOfApplication(id)), part);
  if (!stored) throw new NotFound(part);
  return answersToKeep(part, scheme, typed, stored.personKey);
}
