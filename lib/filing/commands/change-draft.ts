import "server-only";
import { eq } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { applications } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import type { StoredDraft } from "@/lib/answers/draft";
import { type ApplicationRow, lockOwnApplication } from "@/lib/applications/commands/lock-application";
import type { NotADraft } from "@/lib/filing/refusals";
import { dropOtherNumbers } from "@/lib/person-checks/commands/keep-number";
import { seal, unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { ok, type Result, refuse } from "@/lib/result";
import type { Scheme } from "@/lib/vocabulary/scheme";

type Change<R> = Result<StoredDraft, R>;
export type Changed = { scheme: Scheme; draft: StoredDraft; savedAt: Date };

/**
 * Changes a draft under lock, in one transaction; an unchanged draft is not written. Refused once it was filed. Throws
 * NotFound when it is absent or not the actor's.
 */
export async function changeDraft<R>(
  actor: Employer,
  applicationId: string,
  change: (draft: StoredDraft, application: ApplicationRow, tx: Tx) => Change<R> | Promise<Change<R>>,
): Promise<Result<Changed, R | NotADraft>> {
  demandLevel(actor, "application.save");
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, applicationId, actor.organisationId);
    const { state, scheme } = application;
    if (state !== "draft") return refuse({ reason: "not-a-draft", state });
    const draft = await unseal<StoredDraft>(application.answers, answersOfApplication(application.id));
    const changed = await change(draft, application, tx);
    if (!changed.ok) return changed;
    if (changed.value !== draft)
      await tx
        .update(applications)
        .set({
          answers: await seal(changed.value, answersOfApplication(application.id)),
          answersVersion: application.answersVersion + 1,
          savedAt: now,
        })
        .where(eq(applications.id, application.id));
    if (personKeysOf(changed.value).join() !== personKeysOf(draft).join())
      await dropOtherNumbers(tx, application.id, personKeysOf(changed.value));
    const savedAt = changed.value === draft ? application.savedAt : now;
    return ok({ draft: changed.value, savedAt, scheme });
  });
}

const personKeysOf = ({ trajectories }: StoredDraft): string[] =>
  trajectories.flatMap(({ answers }) => answers.personKey ?? []);
