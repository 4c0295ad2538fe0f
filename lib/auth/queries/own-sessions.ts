import "server-only";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { readAs } from "@/db/client";
import { organisations, people, sessions } from "@/db/schema";
import type { Employer, Staff } from "@/lib/actor";
import { sessionState } from "../timeouts";

export type OwnSession = {
  id: string;
  authenticatedAt: Date;
  lastSeenAt: Date;
  /** Whom it acts for; null for staff. */
  organisationName: string | null;
};

/** The sessions of this person that count at this moment, the newest first. */
export function ownSessions(actor: Employer | Staff): Promise<OwnSession[]> {
  return readAs({ kind: "system", task: "own-sessions" }, async (tx, now) => {
    const rows = await tx
      .select({ session: sessions, kind: people.kind, organisationName: organisations.legalName })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .leftJoin(organisations, eq(organisations.id, sessions.organisationId))
      .where(
        and(eq(sessions.personId, actor.personId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)),
      )
      .orderBy(desc(sessions.authenticatedAt));
    return rows
      .filter(({ session, kind }) => sessionState({ ...session, kind }, now) === "live")
      .map(({ session: { id, authenticatedAt, lastSeenAt }, organisationName }) => ({
        ...{ id, authenticatedAt, lastSeenAt, organisationName },
      }));
  });
}
