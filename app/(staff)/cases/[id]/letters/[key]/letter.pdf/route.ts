import { notFound } from "next/navigation";
import * as z from "zod";
import { requireStaff } from "@/lib/auth/session";
import { readLetter } from "@/lib/letters/queries/own-letters";
import { pdfDownload } from "../../../../../../pdf-download";

type Context = { params: Promise<{ id: string; key: string }> };

const address = z.object({ id: z.uuid(), key: z.uuid() });

/** One letter on a case, in its published bytes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireStaff("reviewer", "decider", "auditor");
  const typed = address.safeParse(await params);
  const letter = typed.success ? await readLetter(actor, typed.data.id, typed.data.key) : undefined;
  return letter ? pdfDownload(letter.content, `${letter.kind}-${letter.reference}`) : notFound();
}
