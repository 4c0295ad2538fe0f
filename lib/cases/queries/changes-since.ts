import "server-only";
import { and, asc, eq, gt, ne, or, sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { answerVersions, applications, events, people } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { StoredDraft } from "@/lib/answers/draft";
import { type Change, changesBetween } from "@/lib/completion/answer";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";

export type ChangesSince = {
  at: Date;
  events: { type: string; at: Date; by: string | null; isEmployer: boolean }[];
  answers: Change[];
};

/**
 * What happened to a case since an official's last visit: events of others, and answers that the employer changed.
 * Undefined when there is nothing.
 */
export function changesSince(
  actor: Staff,
  applicationId: string,
  before: { at: Date; event: number },
): Promise<ChangesSince | undefined> {
  return readAs(actor, async (tx) => {
    const happened = await tx
      .select({
        type: events.type,
        at: events.at,
        by: people.name,
        isEmployer: sql<boolean>`${events.actorKind} = 'employer'`,
      })
      .from(events)
      .leftJoin(people, eq(people.id, events.personId))
      .where(
        and(
          eq(events.stream, `application:${applicationId}`),
          gt(events.number, before.event),
          or(ne(events.personId, actor.personId), ne(events.actorKind, actor.kind)),
        ),
      )
      .orderBy(asc(events.number));
    if (happened.length === 0) return undefined;
    const [seen] = await tx
      .select({ answers: answerVersions.answers })
      .from(answerVersions)
      .where(and(eq(answerVersions.applicationId, applicationId), gt(answerVersions.supersededAt, before.at)))
      .orderBy(asc(answerVersions.answersVersion))
      .limit(1);
    const [now] = await tx
      .select({ answers: applications.answers, scheme: applications.scheme })
      .from(applications)
      .where(eq(applications.id, applicationId));
    const answers =
      seen && now
        ? changesBetween(
            await unseal<StoredDraft>(seen.answers, answersOfApplication(applicationId)),
            await unseal<StoredDraft>(now.answers, answersOfApplication(applicationId)),
            now.scheme,
          )
        : [];
    return { at: before.at, events: happened, answers };
  });
}
