import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import type { DocumentKind } from "@/lib/vocabulary/document-kinds";

type Change = { type: "document.add" | "document.remove"; documentId: string; kind: DocumentKind };

/**
 * Records a change of documents, under the lock of the application: in a draft it changes the answers, which must be
 * checked again; after filing it is an event.
 */
export async function noteChange(
  tx: Tx,
  actor: Employer,
  application: ApplicationRow,
  { type, documentId, kind }: Change,
): Promise<void> {
  if (application.state === "draft") {
    await tx
      .update(applications)
      .set({ answersVersion: application.answersVersion + 1 })
      .where(eq(applications.id, application.id));
    return;
  }
  await recordEvent(tx, actor, {
    type,
    stream: `application:${application.id}`,
    organisationId: application.organisationId,
    applicationId: application.id,
    payload: { documentId, kind },
  });
}
