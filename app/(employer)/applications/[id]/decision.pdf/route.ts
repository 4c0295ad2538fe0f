import { notFound } from "next/navigation";
import { requireEmployer } from "@/lib/auth/session";
import { decisionLetter } from "@/lib/letters/decision";
import { ownFiled } from "@/lib/letters/queries/own-filed";
import { idOrNotFound } from "../../../or-not-found";
import { pdfDownload } from "../../../pdf-download";

type Context = { params: Promise<{ id: string }> };

/** The decision as a letter to keep; nothing is there before there is one. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const application = await ownFiled(actor, idOrNotFound((await params).id));
  if (!application?.decision) return notFound();
  return pdfDownload(decisionLetter(application, application.decision), `besluit-${application.reference}`);
}
