import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { documents } from "@/db/schema";

/** The documents named in an event: id and a keyed hash of the content. */
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
