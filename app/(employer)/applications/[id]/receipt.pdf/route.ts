import { notFound } from "next/navigation";
import { requireEmployer } from "@/lib/auth/session";
import { ownFiled } from "@/lib/letters/queries/own-filed";
import { receiptLetter } from "@/lib/letters/receipt";
import { idOrNotFound } from "../../../or-not-found";
import { pdfDownload } from "../../../pdf-download";

type Context = { params: Promise<{ id: string }> };

/** Proof of filing to keep. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const application = await ownFiled(actor, idOrNotFound((await params).id));
  if (!application) return notFound();
  return pdfDownload(receiptLetter(application), `ontvangstbewijs-${application.reference}`);
}
