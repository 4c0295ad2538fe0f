import { notFound } from "next/navigation";
import { requireEmployer } from "@/lib/auth/session";
import { sentRequestLetter } from "@/lib/completion/queries/sent-letter";
import { readMessage } from "@/lib/correspondence/commands/read-message";
import { letterDownload } from "../../../../pdf-download";
import { idOrNotFound, orNotFound } from "../../../or-not-found";

type Context = { params: Promise<{ id: string }> };

/** A request to complete, to keep; taking it counts as reading it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const sent = await sentRequestLetter(actor, id);
  if (!sent) return notFound();
  await orNotFound(readMessage(actor, id));
  return letterDownload(sent.letter, `verzoek-${sent.reference}`);
}
