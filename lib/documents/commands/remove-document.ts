import "server-only";
import { and, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { documents } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { isOpenForDocuments } from "@/lib/documents/document";
import type { DocumentRefusal } from "@/lib/documents/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { noteChange } from "./note-change";

/**
 * Deletes a file with its content, until the application is filed; a file added for a completion until that is sent. An
 * absent file changes nothing. Throws NotFound when the application is not the actor's.
 */
export async function removeDocument(
  actor: Employer,
  input: { applicationId: string; documentId: string },
): Promise<Result<{ removed: true }, DocumentRefusal>> {
  demandLevel(actor, "document.remove");
  return asActor(actor, async (tx) => {
    const application = await lockOwnApplication(tx, input.applicationId, actor.organisationId);
    const { id, state, version } = application;
    const itself = and(eq(documents.id, input.documentId), eq(documents.applicationId, id));
    const [document] = await tx.select().from(documents).where(itself);
    if (!document) return ok({ removed: true });
    if (!isOpenForDocuments(state) || document.applicationVersion !== version)
      return refuse({ reason: "document-closed", state });
    await tx.delete(documents).where(itself);
    await noteChange(tx, actor, application, {
      type: "document.remove",
      documentId: document.id,
      kind: document.kind,
    });
    return ok({ removed: true });
  });
}
