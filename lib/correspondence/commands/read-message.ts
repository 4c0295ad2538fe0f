import "server-only";
import { and, eq } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { messageReads, messages } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { recordEvent } from "@/lib/audit/record";
import { NotFound } from "@/lib/errors";

type Read = {
  id: string;
  applicationId: string;
  kind: (typeof messages.$inferSelect)["kind"];
  about: string;
};

/**
 * Opens a formal message for an employer. The first reading, with person and moment, is stored and an event; later ones
 * change nothing. Throws NotFound for a message of another employer.
 */
export async function readMessage(actor: Employer, id: string): Promise<Read> {
  demandLevel(actor, "message.read");
  return asActor(actor, async (tx) => {
    const [message] = await tx
      .select()
      .from(messages)
      .where(and(eq(messages.id, id), eq(messages.organisationId, actor.organisationId)));
    if (!message) throw new NotFound(`message ${id}`);
    await noteRead(tx, actor, message);
    return message;
  });
}

/** Records the reading of the message of this kind, for a page that shows its content; nothing when there is none. */
export async function readMessagesOf(
  actor: Employer,
  applicationId: string,
  kind: Read["kind"],
): Promise<void> {
  demandLevel(actor, "message.read");
  return asActor(actor, async (tx) => {
    const rows = await tx
      .select()
      .from(messages)
      .where(
        and(
          eq(messages.applicationId, applicationId),
          eq(messages.kind, kind),
          eq(messages.organisationId, actor.organisationId),
        ),
      );
    for (const message of rows) await noteRead(tx, actor, message);
  });
}

async function noteRead(tx: Tx, actor: Employer, { id, applicationId, kind, about }: Read): Promise<void> {
  const first = await tx
    .insert(messageReads)
    .values({ messageId: id, organisationId: actor.organisationId, personId: actor.personId })
    .onConflictDoNothing()
    .returning({ at: messageReads.readAt });
  if (first.length === 0) return;
  await recordEvent(tx, actor, {
    type: "message.read",
    stream: `application:${applicationId}`,
    organisationId: actor.organisationId,
    applicationId,
    payload: { kind, about },
  });
}
