import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { keptAnswers } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import type { KeptPlace } from "@/lib/answers/kept-place";
import { KEPT_FOR_HOURS } from "@/lib/answers/queries/kept-answers";

/** Deletes the kept answers of this person about an application, or of one form of it. Repeatable. */
export async function forgetAnswers(
  actor: Employer,
  applicationId: string,
  place?: KeptPlace,
): Promise<void> {
  demandLevel(actor, "answers.forget");
  await asActor(actor, (tx) => forgetKept(tx, actor, applicationId, place));
}

/** As `forgetAnswers`, within a transaction of a command. */
export async function forgetKept(
  tx: Tx,
  { personId }: Employer,
  applicationId: string,
  place?: KeptPlace,
): Promise<void> {
  await tx
    .delete(keptAnswers)
    .where(
      and(
        eq(keptAnswers.personId, personId),
        eq(keptAnswers.applicationId, applicationId),
        place && eq(keptAnswers.part, place),
      ),
    );
}

/** Deletes kept answers that are older than a day. */
export const tidyAnswers = (): Promise<void> =>
  asActor({ kind: "system", task: "tidy-answers" }, async (tx) => {
    await tx
      .delete(keptAnswers)
      .where(lt(keptAnswers.keptAt, sql`portal_now() - make_interval(hours => ${KEPT_FOR_HOURS})`));
  });
