import "server-only";
import { asc, eq } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { documents } from "@/db/schema";
import type { Actor } from "@/lib/actor";
import { unseal } from "@/lib/privacy/seal";
import type { DocumentKind, Scan } from "@/lib/vocabulary/document-kinds";

export type DocumentView = {
  id: string;
  kind: DocumentKind;
  name: string;
  sizeBytes: number;
  scan: Scan;
  uploadedAt: Date;
  /** Version of the application that it was added to. */
  applicationVersion: number;
};

/** The documents of an application that the actor may see, oldest first; none when it is not theirs. */
export const listDocuments = (actor: Actor, applicationId: string): Promise<DocumentView[]> =>
  readAs(actor, (tx) => documentsOf(tx, applicationId));

/** As `listDocuments`, in the transaction of a caller. */
export async function documentsOf(tx: Tx, applicationId: string): Promise<DocumentView[]> {
  const rows = await tx
    .select({
      id: documents.id,
      kind: documents.kind,
      name: documents.name,
      sizeBytes: documents.sizeBytes,
      scan: documents.scan,
      uploadedAt: documents.uploadedAt,
      applicationVersion: documents.applicationVersion,
    })
    .from(documents)
    .where(eq(documents.applicationId, applicationId))
    .orderBy(asc(documents.id));
  return Promise.all(
    rows.map(async (row) => ({ ...row, name: await unseal<string>(row.name, `documents.name:${row.id}`) })),
  );
}
