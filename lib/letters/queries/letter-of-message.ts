import "server-only";
import { and, eq } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { applications, messages } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { dayOf } from "@/lib/dates";
import type { Letter } from "@/lib/letters/letter";
import { composeLetter } from "@/lib/letters/registry";
import type { LetterJob } from "@/lib/outbox/letter-job";
import { LETTER_KINDS } from "@/lib/vocabulary/letter-kinds";
import { readFiled } from "./read-filed";

type Asked = { job: LetterJob; reference: string };

/** Which letter a message of the actor's organisation is about; undefined when it is about none, or not theirs. */
export const jobOfMessage = (actor: Employer, messageId: string): Promise<Asked | undefined> =>
  readAs(actor, (tx) => jobIn(tx, actor, messageId));

/** That letter as it was sent, to read on screen; undefined when there is none, or it is not theirs. */
export function letterOfMessage(actor: Employer, messageId: string): Promise<Letter | undefined> {
  return readAs(actor, async (tx, now) => {
    const asked = await jobIn(tx, actor, messageId);
    const application = asked && (await readFiled(tx, asked.job.applicationId));
    return application && (await composeLetter(tx, application, asked.job, dayOf(now))).letter;
  });
}

async function jobIn(tx: Tx, actor: Employer, messageId: string): Promise<Asked | undefined> {
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
}
