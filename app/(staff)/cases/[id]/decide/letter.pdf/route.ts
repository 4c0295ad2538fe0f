import { notFound } from "next/navigation";
import { previewDecision } from "@/lib/letters/queries/preview-decision";
import { letterDownload } from "../../../../../pdf-download";
import { openCase } from "../../open-case";
import { openRevision } from "../../revision/open-revision";

type Context = { params: Promise<{ id: string }> };

/** A preview of the letter as PDF: the same words and typesetter, marked as a draft. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { actor, view } = await openCase(params, "decider");
  const isOpen = view.state === "proposed" || openRevision(view);
  const preview = isOpen ? await previewDecision(actor, view.id) : undefined;
  return preview ? letterDownload(preview.letter, `concept-${preview.reference}`) : notFound();
}
