import { notFound } from "next/navigation";
import { idOrNotFound, orNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { readMessage } from "@/lib/correspondence/commands/read-message";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { jobOfMessage } from "@/lib/letters/queries/letter-of-message";
import { pdfDownload } from "../../../../pdf-download";

type Context = { params: Promise<{ id: string }> };

/** The letter of a message, in its published bytes; the download counts as reading it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const asked = await jobOfMessage(actor, id);
  if (!asked) return notFound();
  await orNotFound(readMessage(actor, id));
  const { content } = await publishLetter(asked.job);
  return pdfDownload(content, `${asked.job.kind}-${asked.reference}`);
}
