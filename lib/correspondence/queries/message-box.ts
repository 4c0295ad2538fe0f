import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { applications, messageReads, messages, people, sentMails } from "@/db/schema";
import type { Employer, Staff } from "@/lib/actor";

const MOST = 200;

const mailed = sql<number>`(select count(*) from ${sentMails} m where m.application_id = ${messages.applicationId}
  and m.occasion = ${messages.kind} || ':' || ${messages.about} and m.outcome = 'sent')::int`;

/** The newest formal messages of the actor's organisation, with the first reader of each. */
export function messageBox(actor: Employer) {
  return readAs(actor, (tx) =>
    tx
      .select({
        id: messages.id,
        kind: messages.kind,
        applicationId: messages.applicationId,
        placedAt: messages.placedAt,
        reference: applications.reference,
        scheme: applications.scheme,
        year: applications.year,
        readAt: messageReads.readAt,
        mailed,
      })
      .from(messages)
      .innerJoin(applications, eq(applications.id, messages.applicationId))
      .leftJoin(messageReads, eq(messageReads.messageId, messages.id))
      .where(eq(messages.organisationId, actor.organisationId))
      .orderBy(desc(messages.placedAt), desc(messages.id))
      .limit(MOST),
  );
}

export type BoxedMessage = Awaited<ReturnType<typeof messageBox>>[number];

/** The number of formal messages that the actor's organisation has not read, and the moment (ms) of the count. */
export const unreadCount = (actor: Employer): Promise<{ count: number; asOf: number }> =>
  readAs(actor, async (tx, now) => {
    const [row] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(messages)
      .leftJoin(messageReads, eq(messageReads.messageId, messages.id))
      .where(and(eq(messages.organisationId, actor.organisationId), isNull(messageReads.messageId)));
    return { count: row?.count ?? 0, asOf: now.getTime() };
  });

/** The formal messages of one case with the evidence of sending and reading, the newest first. */
export function caseMessages(actor: Staff, applicationId: string) {
  return readAs(actor, (tx) =>
    tx
      .select({
        id: messages.id,
        kind: messages.kind,
        placedAt: messages.placedAt,
        readAt: messageReads.readAt,
        readBy: people.name,
        mailed,
      })
      .from(messages)
      .leftJoin(messageReads, eq(messageReads.messageId, messages.id))
      .leftJoin(people, eq(people.id, messageReads.personId))
      .where(eq(messages.applicationId, applicationId))
      .orderBy(desc(messages.placedAt), desc(messages.id)),
  );
}
