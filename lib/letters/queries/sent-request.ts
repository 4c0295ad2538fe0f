import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { applications, completionRequests, messages, organisations, windows } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { StoredDraft } from "@/lib/answers/draft";
import { dayOf } from "@/lib/dates";
import { completionLetter } from "@/lib/letters/completion-request";
import type { Letter } from "@/lib/letters/letter";
import { unseal } from "@/lib/privacy/seal";
import { placedBy } from "@/lib/vocabulary/distribution";

/** The request to complete that a message of the actor's organisation is about, as it was sent; undefined otherwise. */
export function sentRequestLetter(
  actor: Employer,
  messageId: string,
): Promise<{ letter: Letter; reference: string; applicationId: string } | undefined> {
  return asActor(actor, async (tx) => {
    const [row] = await tx
      .select({
        request: completionRequests,
        application: applications,
        isExample: windows.isExample,
        window: windows,
        legalName: organisations.legalName,
        kvkNumber: organisations.kvkNumber,
      })
      .from(messages)
      .innerJoin(
        completionRequests,
        and(
          eq(completionRequests.applicationId, messages.applicationId),
          eq(messages.about, sql`${completionRequests.applicationVersion}::text`),
        ),
      )
      .innerJoin(applications, eq(applications.id, messages.applicationId))
      .innerJoin(windows, eq(windows.id, applications.windowId))
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(
        and(
          eq(messages.id, messageId),
          eq(messages.kind, "completion_request"),
          eq(messages.organisationId, actor.organisationId),
        ),
      );
    if (!row) return undefined;
    const { request, application, window, ...head } = row;
    const { reference, submittedAt } = application;
    if (!reference || !submittedAt) return undefined;
    const { trajectories } = await unseal<StoredDraft>(application.answers);
    const rankDay = request.rankDay ?? application.rankDay ?? request.askedOn;
    const letter = completionLetter(
      { ...head, reference },
      {
        items: request.items,
        dueOn: request.dueOn,
        filedOn: dayOf(submittedAt),
        rankDay,
        placedBy: placedBy(window.distribution, rankDay, dayOf(window.closesAt)),
        trajectoryKeys: trajectories.map(({ key }) => key),
      },
    );
    return { letter, reference, applicationId: application.id };
  });
}
