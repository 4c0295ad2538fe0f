import { notFound } from "next/navigation";
import { idOrNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { receiptLetter } from "@/lib/letters/copies/receipt";
import { asReceived } from "@/lib/letters/queries/as-received";
import { statusCode } from "@/lib/status/queries/status-code";
import { letterDownload } from "../../../../pdf-download";

type Context = { params: Promise<{ id: string }> };

/** The receipt as a download, which a completion does not change. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const application = await asReceived(actor, id);
  if (!application) return notFound();
  const { received, signed } = application;
  return letterDownload(
    receiptLetter(received, statusCode(id), signed),
    `ontvangstbewijs-${received.reference}`,
  );
}
