import { notFound } from "next/navigation";
import { idOrNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { newestDecision } from "@/lib/letters/queries/own-letters";
import { pdfDownload } from "../../../../pdf-download";

type Context = { params: Promise<{ id: string }> };

/** The newest decision, in its published bytes; a download before the worker has run publishes it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const decision = await newestDecision(actor, id);
  if (!decision) return notFound();
  const { content } = await publishLetter({
    kind: "decision",
    applicationId: id,
    about: String(decision.version),
  });
  return pdfDownload(content, `besluit-${decision.reference}`);
}
