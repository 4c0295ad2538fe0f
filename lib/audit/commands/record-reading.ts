import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";

/**
 * Records that an official downloaded a document or a letter, in the application's stream. The event has no
 * organisation, because only officials may see it.
 */
export async function recordReading(
  actor: Staff,
  applicationId: string,
  what: { documentId: string } | { letterId: string },
): Promise<void> {
  await asActor(actor, (tx) =>
    recordEvent(tx, actor, {
      type: "documentId" in what ? "document.read" : "letter.read",
      stream: `application:${applicationId}`,
      applicationId,
      payload: what,
    }),
  );
}
