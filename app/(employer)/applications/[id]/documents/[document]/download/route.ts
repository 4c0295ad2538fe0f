import { notFound } from "next/navigation";
import { documentDownload } from "@/app/document-download";
import { idOrNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { openDocument } from "@/lib/documents/queries/open-document";

type Context = { params: Promise<{ id: string; document: string }> };

/** An employer's own file, in its original bytes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const { id, document } = await params;
  const place = { applicationId: idOrNotFound(id), documentId: idOrNotFound(document) };
  const found = await openDocument(actor, place);
  return found ? documentDownload(actor, found) : notFound();
}
