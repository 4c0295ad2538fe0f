import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { keptAnswers } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { Part } from "@/lib/applications/draft";
import { KEPT_FOR_HOURS } from "@/lib/applications/queries/kept-answers";

/** Throws away what was kept of this person in a draft, or in one part of it; nothing kept is fine too. */
export const forgetAnswers = (actor: Employer, applicationId: string): Promise<void> =>
  asActor(actor, (tx) => forgetKept(tx, actor, applicationId));

/** As `forgetAnswers`, within a transaction of a command. */
export async function forgetKept(
  tx: Tx,
  { personId }: Employer,
  applicationId: string,
  part?: Part,
): Promise<void> {
  await tx
    .delete(keptAnswers)
    .where(
      and(
        eq(keptAnswers.personId, personId),
        eq(keptAnswers.applicationId, applicationId),
        part && eq(keptAnswers.part, part),
      ),
    );
}

/** Throws away what nobody came back for within a day. */
export const tidyAnswers = (): Promise<void> =>
  asActor({ kind: "system", task: "tidy-answers" }, async (tx) => {
    await tx
      .delete(keptAnswers)
      .where(lt(keptAnswers.keptAt, sql`portal_now() - make_interval(hours => ${KEPT_FOR_HOURS})`));
  });
