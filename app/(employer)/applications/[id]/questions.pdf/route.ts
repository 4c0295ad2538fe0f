import { notFound } from "next/navigation";
import { idOrNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { questionThread } from "@/lib/correspondence/queries/thread";
import { threadLetter } from "@/lib/letters/copies/thread";
import { ownFiled } from "@/lib/letters/queries/own-filed";
import { letterDownload } from "../../../../pdf-download";

type Context = { params: Promise<{ id: string }> };

/** Questions and answers as a download. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const [filed, thread] = await Promise.all([ownFiled(actor, id), questionThread(actor, id)]);
  if (!filed || !thread) return notFound();
  return letterDownload(threadLetter(filed, thread.posts), `vragen-${filed.reference}`);
}
