import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { documentChunks, documents } from "@/db/schema";
import type { System } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { MEGABYTE } from "@/lib/documents/document";
import { readPiece } from "@/lib/documents/queries/open-document";
import { NotFound } from "@/lib/errors";
import { scanForViruses, type Verdict } from "@/lib/gateways/virus-scanner";

const SCANNER: System = { kind: "system", task: "scan" };
const AT_ONCE = 20;

/**
 * Scans the files in quarantine, oldest first, and stops when the scanner gives no verdict. May be repeated and run
 * concurrently: a verdict counts once. Gives how many left the quarantine.
 */
export async function scanWaiting(scanner: typeof scanForViruses = scanForViruses): Promise<number> {
  const waiting = await asActor(SCANNER, (tx) =>
    tx
      .select({ id: documents.id, sizeBytes: documents.sizeBytes })
      .from(documents)
      .where(eq(documents.scan, "waiting"))
      .orderBy(asc(documents.uploadedAt))
      .limit(AT_ONCE),
  );
  for (const [done, { id, sizeBytes }] of waiting.entries()) {
    const content = await contentOf(id, sizeBytes);
    if (!content) continue;
    const verdict = await scanner(content);
    if (verdict === "unreachable") return done;
    await noteVerdict(id, verdict);
  }
  return waiting.length;
}

/** Undefined when it is gone: deleted by the employer, or found infected by another worker. */
async function contentOf(id: string, sizeBytes: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  try {
    for (let number = 0; number * MEGABYTE < sizeBytes; number++)
      pieces.push(await readPiece(SCANNER, id, number));
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
  return Buffer.concat(pieces);
}

/** Deletes the content of an infected file; its row stays, so that the employer reads why. */
async function noteVerdict(id: string, verdict: Exclude<Verdict, "unreachable">): Promise<void> {
  const scan = verdict === "off" ? "unscanned" : verdict;
  await asActor(SCANNER, async (tx) => {
    const [noted] = await tx
      .update(documents)
      .set({ scan })
      .where(and(eq(documents.id, id), eq(documents.scan, "waiting")))
      .returning();
    if (!noted || scan !== "infected") return;
    await tx.delete(documentChunks).where(eq(documentChunks.documentId, id));
    await recordEvent(tx, SCANNER, {
      type: "document.infected",
      stream: `application:${noted.applicationId}`,
      organisationId: noted.organisationId,
      applicationId: noted.applicationId,
      payload: { documentId: id, kind: noted.kind },
    });
  });
}
