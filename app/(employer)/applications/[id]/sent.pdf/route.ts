import { notFound } from "next/navigation";
import { idOrNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { sentLetter } from "@/lib/letters/copies/sent";
import { allSent } from "@/lib/letters/queries/all-sent";
import { letterDownload } from "../../../../pdf-download";

type Context = { params: Promise<{ id: string }> };

/** The filed answers as a download. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const sent = await allSent(actor, idOrNotFound((await params).id));
  return sent ? letterDownload(sentLetter(sent), `verzonden-${sent.head.reference}`) : notFound();
}
