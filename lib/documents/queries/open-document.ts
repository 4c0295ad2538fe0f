import "server-only";
import { and, eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { documentChunks, documents } from "@/db/schema";
import type { Actor } from "@/lib/actor";
import { isDownloadable, MEGABYTE, type MediaType } from "@/lib/documents/document";
import { NotFound } from "@/lib/errors";
import { unseal } from "@/lib/privacy/seal";
import { unsealBytes } from "@/lib/privacy/seal-bytes";
import { placeOfChunk } from "@/lib/privacy/sealed-columns";

export type OpenDocument = {
  id: string;
  organisationId: string;
  name: string;
  mediaType: MediaType;
  sizeBytes: number;
  pieces: number;
};

/** A document that may be downloaded; undefined when it is absent, in quarantine, or hidden from the actor. */
export async function openDocument(
  actor: Actor,
  { applicationId, documentId }: { applicationId: string; documentId: string },
): Promise<OpenDocument | undefined> {
  return readAs(actor, async (tx) => {
    const [row] = await tx
      .select()
      .from(documents)
      .where(and(eq(documents.id, documentId), eq(documents.applicationId, applicationId)));
    if (!row || !isDownloadable(row.scan)) return undefined;
    const { id, organisationId, mediaType, sizeBytes } = row;
    const name = await unseal<string>(row.name, `documents.name:${id}`);
    return { id, organisationId, name, mediaType, sizeBytes, pieces: Math.ceil(sizeBytes / MEGABYTE) };
  });
}

/**
 * One piece of its content, from 0; access is checked again each time. Throws NotFound when it is gone, and an error
 * when it was tampered with.
 */
export async function readPiece(actor: Actor, documentId: string, number: number): Promise<Buffer> {
  return readAs(actor, async (tx) => {
    const [row] = await tx
      .select({ sealed: documentChunks.sealed })
      .from(documentChunks)
      .where(and(eq(documentChunks.documentId, documentId), eq(documentChunks.number, number)));
    if (!row) throw new NotFound(`piece ${number} of document ${documentId}`);
    return unsealBytes(row.sealed, placeOfChunk(documentId, number));
  });
}
