import { notFound } from "next/navigation";
import { idOrNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { readLetter } from "@/lib/letters/queries/own-letters";
import { pdfDownload } from "../../../../../../pdf-download";

type Context = { params: Promise<{ id: string; key: string }> };

/** One letter on the actor's application, in its published bytes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const { id, key } = await params;
  const letter = await readLetter(actor, idOrNotFound(id), idOrNotFound(key));
  return letter ? pdfDownload(letter.content, `${letter.kind}-${letter.reference}`) : notFound();
}
