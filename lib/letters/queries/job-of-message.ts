import "server-only";
import { and, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { applications, messages } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { LetterJob } from "@/lib/outbox/letter-job";
import { LETTER_KINDS } from "@/lib/vocabulary/letter-kinds";

/** Which letter a message of the actor's organisation is about; undefined when it is about none, or not his. */
export function jobOfMessage(
  actor: Employer,
  messageId: string,
): Promise<{ job: LetterJob; reference: string } | undefined> {
  return asActor(actor, async (tx) => {
    const [message] = await tx
      .select({
        kind: messages.kind,
        about: messages.about,
        applicationId: messages.applicationId,
        reference: applications.reference,
      })
      .from(messages)
      .innerJoin(applications, eq(applications.id, messages.applicationId))
      .where(and(eq(messages.id, messageId), eq(messages.organisationId, actor.organisationId)));
    const kind = LETTER_KINDS.find((known) => known === message?.kind);
    if (!message?.reference || !kind) return undefined;
    const { applicationId, about, reference } = message;
    return { job: { kind, applicationId, about }, reference };
  });
}
