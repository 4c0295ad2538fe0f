import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Employer, Staff, System } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";

const SIGN_OUT: System = { kind: "system", task: "sign-out" };

/** Ends one of this person's own sessions, wherever it is; one that is over or of someone else changes nothing. */
export function endOwnSession({ personId }: Employer | Staff, sessionId: string): Promise<void> {
  return asActor(SIGN_OUT, async (tx, now) => {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: now, idToken: null })
      .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.endedAt)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return;
    await recordEvent(tx, SIGN_OUT, {
      type: "session.end",
      stream: `person:${personId}`,
      payload: { sessionId },
    });
  });
}
