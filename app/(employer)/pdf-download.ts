import { renderPdf } from "@/lib/gateways/typst/render";
import type { Letter } from "@/lib/letters/letter";

/** A letter as a file to keep: always a download, kept by no cache, and powerless when a browser opens it all the same. */
export function pdfDownload(letter: Letter, name: string): Response {
  return new Response(new Uint8Array(renderPdf("letter.typ", letter)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${name}.pdf"`,
      "Content-Security-Policy": "sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
