import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";

/**
 * Notes that an official took a copy of a document, in the application's own stream. It carries no organisation: who
 * at the ministry reads what is for officials to see.
 */
export async function recordReading(
  actor: Staff,
  { applicationId, documentId }: { applicationId: string; documentId: string },
): Promise<void> {
  await asActor(actor, (tx) =>
    recordEvent(tx, actor, {
      type: "document.read",
      stream: `application:${applicationId}`,
      applicationId,
      payload: { documentId },
    }),
  );
}
