import { renderPdf } from "@/lib/gateways/typst/render";
import type { Letter } from "@/lib/letters/letter";

/** A letter as a download: not cached; the server adds the policy that forbids it everything. */
export const letterDownload = (letter: Letter, name: string): Response =>
  pdfDownload(renderPdf("letter.typ", letter), name);

/** The bytes of a PDF, in the same way. */
export function pdfDownload(bytes: Buffer, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${name}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
