import "server-only";
import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { newId } from "@/db/new-id";
import { documentChunks, documents } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { type ApplicationRow, lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { examine } from "@/lib/documents/content";
import { isOpenForDocuments, MEGABYTE, MOST_BYTES, MOST_DOCUMENTS } from "@/lib/documents/document";
import { cleanName } from "@/lib/documents/file-name";
import type { DocumentRefusal } from "@/lib/documents/refusals";
import { NotFound } from "@/lib/errors";
import { scanForViruses } from "@/lib/gateways/virus-scanner";
import { keyedHash, seal } from "@/lib/privacy/seal";
import { sealBytes } from "@/lib/privacy/seal-bytes";
import { placeOfChunk } from "@/lib/privacy/sealed-columns";
import { ok, type Result, refuse } from "@/lib/result";
import type { DocumentKind, Scan } from "@/lib/vocabulary/document-kinds";
import { noteChange } from "./note-change";

export type NewDocument = { applicationId: string; kind: DocumentKind; name: string; bytes: Uint8Array };
export type Added = { documentId: string; scan: Scan };

/**
 * Adds a file to a draft, or to a filed application while a request to complete is open: its content is checked,
 * scanned where there is a scanner, and sealed. Repeating it changes nothing. Refused with the reason; throws NotFound
 * when the application is absent or not the actor's.
 */
export async function addDocument(
  actor: Employer,
  input: NewDocument,
  scanner: typeof scanForViruses = scanForViruses,
): Promise<Result<Added, DocumentRefusal>> {
  demandLevel(actor, "document.add");
  const state = await asActor(actor, async (tx) => {
    const own = await ownApplication(tx, actor, input.applicationId);
    if (!own) throw new NotFound(`application ${input.applicationId}`);
    return own.application.state;
  });
  if (!isOpenForDocuments(state)) return refuse({ reason: "document-closed", state });
  const examined = await examine(input.bytes);
  if (!examined.ok) return examined;
  const { mediaType } = examined.value;
  const name = cleanName(input.name, mediaType);
  if (!name.ok) return name;
  const verdict = await scanner(input.bytes);
  if (verdict === "infected") return refuse({ reason: "document-virus" });
  const scan = SCAN_AFTER[verdict];
  const contentKey = keyedHash("document", createHash("sha256").update(input.bytes).digest("hex"));
  const row = { kind: input.kind, name: name.value, mediaType, scan, contentKey };
  return asActor(actor, async (tx) => {
    const application = await lockOwnApplication(tx, input.applicationId, actor.organisationId);
    if (!isOpenForDocuments(application.state))
      return refuse({ reason: "document-closed", state: application.state });
    const known = await sameFile(tx, application.id, row);
    if (known) return ok(known);
    const full = await whatIsFull(tx, application.id, input.bytes.length);
    if (full) return refuse(full);
    const documentId = await store(tx, actor, application, row, input.bytes);
    await noteChange(tx, actor, application, { type: "document.add", documentId, kind: input.kind });
    return ok({ documentId, scan });
  });
}

const SCAN_AFTER = { clean: "clean", off: "unscanned", unreachable: "waiting" } as const satisfies Record<
  string,
  Scan
>;

type Row = Pick<typeof documents.$inferInsert, "kind" | "name" | "mediaType" | "scan" | "contentKey">;

async function sameFile(
  tx: Tx,
  applicationId: string,
  { kind, contentKey }: Row,
): Promise<Added | undefined> {
  const [row] = await tx
    .select({ documentId: documents.id, scan: documents.scan })
    .from(documents)
    .where(
      and(
        eq(documents.applicationId, applicationId),
        eq(documents.kind, kind),
        eq(documents.contentKey, contentKey),
      ),
    );
  return row;
}

async function whatIsFull(
  tx: Tx,
  applicationId: string,
  extra: number,
): Promise<DocumentRefusal | undefined> {
  const [there] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${documents.sizeBytes}), 0)::int`,
    })
    .from(documents)
    .where(eq(documents.applicationId, applicationId));
  if (!there || there.count >= MOST_DOCUMENTS) return { reason: "document-too-many", most: MOST_DOCUMENTS };
  if (there.bytes + extra > MOST_BYTES)
    return { reason: "document-too-much", megabytes: MOST_BYTES / MEGABYTE };
  return undefined;
}

async function store(
  tx: Tx,
  actor: Employer,
  { id, organisationId }: ApplicationRow,
  row: Row,
  bytes: Uint8Array,
) {
  const documentId = await newId(tx);
  await tx.insert(documents).values({
    ...row,
    id: documentId,
    name: await seal(row.name, `documents.name:${documentId}`),
    applicationId: id,
    organisationId,
    sizeBytes: bytes.length,
    uploadedBy: actor.personId,
  });
  for (let at = 0; at < bytes.length; at += MEGABYTE) {
    const number = at / MEGABYTE;
    const sealed = sealBytes(bytes.subarray(at, at + MEGABYTE), placeOfChunk(documentId, number));
    await tx.insert(documentChunks).values({ documentId, number, sealed });
  }
  return documentId;
}
