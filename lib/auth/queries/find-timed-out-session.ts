import "server-only";
import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { readAs } from "@/db/client";
import { people, sessions } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { hashOf } from "../token";

/** As long as what was typed is kept for whoever signs in again. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/**
 * The employer whose session this token was, less than a day ago, when it ended by a time-out; undefined for staff, for
 * whoever signed out and for a token nobody had. Good only for keeping what was typed until they have signed in again.
 */
export function findTimedOutSession(token: string): Promise<Employer | undefined> {
  return readAs({ kind: "system", task: "sign-in" }, async (tx, now) => {
    const [row] = await tx
      .select({
        personId: people.id,
        sessionId: sessions.id,
        organisationId: sessions.organisationId,
        assurance: sessions.assurance,
      })
      .from(sessions)
      .innerJoin(people, and(eq(people.id, sessions.personId), eq(people.kind, "employer")))
      .where(
        and(
          eq(sessions.tokenHash, hashOf(token)),
          isNull(sessions.endedAt),
          gt(sessions.lastSeenAt, new Date(now.getTime() - REMEMBERED_MS)),
          isNotNull(sessions.organisationId),
        ),
      );
    if (!row?.organisationId || !row.assurance) return undefined;
    return { kind: "employer", ...row, organisationId: row.organisationId, assurance: row.assurance };
  });
}
