import { notFound } from "next/navigation";
import * as z from "zod";
import { documentDownload } from "@/app/document-download";
import { requireStaff } from "@/lib/auth/session";
import { recordReading } from "@/lib/documents/commands/record-reading";
import { openDocument } from "@/lib/documents/queries/open-document";

type Context = { params: Promise<{ id: string; document: string }> };

const place = z.object({ id: z.uuid(), document: z.uuid() });

/** A file of a case, for officials who handle or audit it; the download is recorded before it starts. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireStaff("reviewer", "decider", "auditor");
  const { data } = place.safeParse(await params);
  const asked = data && { applicationId: data.id, documentId: data.document };
  const found = asked && (await openDocument(actor, asked));
  if (!found) return notFound();
  await recordReading(actor, asked);
  return documentDownload(actor, found);
}
