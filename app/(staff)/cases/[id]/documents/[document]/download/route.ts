import { notFound } from "next/navigation";
import * as z from "zod";
import { documentDownload } from "@/app/document-download";
import { recordReading } from "@/lib/audit/commands/record-reading";
import { requireStaff } from "@/lib/auth/session";
import { denyTied } from "@/lib/cases/commands/deny-tied";
import { openDocument } from "@/lib/documents/queries/open-document";

type Context = { params: Promise<{ id: string; document: string }> };

const place = z.object({ id: z.uuid(), document: z.uuid() });

/** A file of a case, for officials who handle or audit it; the download is recorded before it starts. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireStaff("reviewer", "decider", "auditor");
  const { data } = place.safeParse(await params);
  const asked = data && { applicationId: data.id, documentId: data.document };
  const found = asked && (await openDocument(actor, asked));
  if (!found) {
    if (asked) await denyTied(actor, asked.applicationId);
    return notFound();
  }
  await recordReading(actor, asked.applicationId, { documentId: asked.documentId });
  return documentDownload(actor, found);
}
