import { notFound } from "next/navigation";
import * as z from "zod";
import { recordReading } from "@/lib/audit/commands/record-reading";
import { requireStaff } from "@/lib/auth/session";
import { denyTied } from "@/lib/cases/commands/deny-tied";
import { readLetter } from "@/lib/letters/queries/own-letters";
import { pdfDownload } from "../../../../../../pdf-download";

type Context = { params: Promise<{ id: string; key: string }> };

const address = z.object({ id: z.uuid(), key: z.uuid() });

/** One letter on a case, in its published bytes; the download is recorded before it starts. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireStaff("reviewer", "decider", "auditor");
  const { data } = address.safeParse(await params);
  const letter = data && (await readLetter(actor, data.id, data.key));
  if (!letter) {
    if (data) await denyTied(actor, data.id);
    return notFound();
  }
  await recordReading(actor, data.id, { letterId: data.key });
  return pdfDownload(letter.content, `${letter.kind}-${letter.reference}`);
}
