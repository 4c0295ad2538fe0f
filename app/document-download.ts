import type { Actor } from "@/lib/actor";
import { attachment } from "@/lib/documents/file-name";
import { type OpenDocument, readPiece } from "@/lib/documents/queries/open-document";

/** A document as a download, a piece at a time: not cached; the server adds the policy that forbids it everything. */
export function documentDownload(actor: Actor, document: OpenDocument): Response {
  let next = 0;
  const content = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next === document.pieces) return controller.close();
      controller.enqueue(await readPiece(actor, document.id, next++));
    },
  });
  return new Response(content, {
    headers: {
      "Content-Type": document.mediaType,
      "Content-Length": String(document.sizeBytes),
      "Content-Disposition": attachment(document.name),
      "Cache-Control": "private, no-store",
    },
  });
}
