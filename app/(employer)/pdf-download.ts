import { renderPdf } from "@/lib/gateways/typst/render";
import type { Letter } from "@/lib/letters/letter";

/** A letter as a file to keep: always a download, kept by no cache; `proxy.ts` adds the policy that makes it powerless. */
export function pdfDownload(letter: Letter, name: string): Response {
  return new Response(new Uint8Array(renderPdf("letter.typ", letter)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${name}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
