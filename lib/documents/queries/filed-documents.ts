import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema";

/** What ties an event to the documents that were there: which ones, and a keyed hash of what was in them. */
export const filedDocuments = (tx: Tx, applicationId: string) =>
  tx
    .select({
      id: documents.id,
      kind: documents.kind,
      contentKey: documents.contentKey,
      scan: documents.scan,
      applicationVersion: documents.applicationVersion,
    })
    .from(documents)
    .where(eq(documents.applicationId, applicationId))
    .orderBy(asc(documents.id));
