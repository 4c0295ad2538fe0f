import { notFound } from "next/navigation";
import { requireEmployer } from "@/lib/auth/session";
import { ownFiled } from "@/lib/letters/queries/own-filed";
import { receiptLetter } from "@/lib/letters/receipt";
import { statusCode } from "@/lib/status/queries/status-code";
import { letterDownload } from "../../../../pdf-download";
import { idOrNotFound } from "../../../or-not-found";

type Context = { params: Promise<{ id: string }> };

/** Proof of filing to keep. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const application = await ownFiled(actor, id);
  if (!application) return notFound();
  return letterDownload(
    receiptLetter(application, statusCode(id)),
    `ontvangstbewijs-${application.reference}`,
  );
}
