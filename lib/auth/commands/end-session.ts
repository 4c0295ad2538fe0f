import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "@/db/client";
import { people, sessions } from "@/db/schema";
import type { System } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { unseal } from "@/lib/privacy/seal";
import type { PersonKind } from "../person-kind";
import { hashOf } from "../token";

const SIGN_OUT: System = { kind: "system", task: "sign-out" };

export type EndedSession = { kind: PersonKind; idToken: string | null };

/**
 * Ends the session of this token on the server: from here on it opens nothing. Gives what the provider needs to
 * end its own session; undefined when there was no session to end, also at a second call.
 */
export function endSession(token: string): Promise<EndedSession | undefined> {
  return asActor(SIGN_OUT, async (tx, now) => {
    const [row] = await tx
      .select({ id: sessions.id, personId: sessions.personId, idToken: sessions.idToken, kind: people.kind })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(and(eq(sessions.tokenHash, hashOf(token)), isNull(sessions.endedAt)))
      .for("update", { of: sessions });
    if (!row) return undefined;
    await tx.update(sessions).set({ endedAt: now, idToken: null }).where(eq(sessions.id, row.id));
    await recordEvent(tx, SIGN_OUT, { type: "session.end", stream: `person:${row.personId}` });
    const { id, kind, idToken } = row;
    return { kind, idToken: idToken && (await unseal<string>(idToken, `sessions.id_token:${id}`)) };
  });
}
