import "server-only";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema";
import type { Actor } from "@/lib/actor";

export type NewEvent = {
  /** "application.submit", "session.start": area and verb. */
  type: string;
  /** The stream: "application:<id>", "person:<id>". */
  stream: string;
  /** The employer that it concerns and that may read it. */
  organisationId?: string;
  applicationId?: string;
  /** The version of the application after the move. */
  applicationVersion?: number;
  /** No personal data: it is kept for ever. */
  payload?: Record<string, unknown>;
};

/** Writes one event in the caller's transaction; the database adds its number, moment and hash. */
export async function recordEvent(tx: Tx, actor: Actor, event: NewEvent): Promise<void> {
  await tx.insert(events).values({
    ...event,
    payload: event.payload ?? {},
    actorKind: actor.kind,
    personId: "personId" in actor ? actor.personId : null,
    number: 0,
    at: new Date(0),
    previousHash: Buffer.alloc(0),
    hash: Buffer.alloc(0),
  });
}
