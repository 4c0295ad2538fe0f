import * as z from "zod";
import { LARGEST_BYTES } from "@/lib/documents/document";
import type { DocumentRefusal } from "@/lib/documents/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { DOCUMENT_KINDS } from "@/lib/vocabulary/document-kinds";

/** The largest file, with room for the other fields and boundaries. */
const MOST_BYTES = LARGEST_BYTES + 64 * 1024;

const fields = z.object({ documentKind: z.enum(DOCUMENT_KINDS).catch("other"), from: z.string().optional() });

export type Fields = z.output<typeof fields>;
export type Upload = Fields & { name: string; bytes: Uint8Array };

/** The file in a request, read up to the maximum size; a refusal of a larger one has the fields before it. */
export async function readUpload(
  request: Request,
): Promise<Result<Upload, { refusal: DocumentRefusal; fields: Fields | undefined }>> {
  const { body, isWhole } = await boundedBody(request);
  if (!isWhole) {
    const beginning = await body.slice(0, 4096).text();
    const given = Object.fromEntries(
      [...beginning.matchAll(TEXT_FIELD)].map(([, name, text]) => [name, text]),
    );
    return refuse({ refusal: { reason: "document-too-large" } as const, fields: fields.parse(given) });
  }
  const headers = { "Content-Type": request.headers.get("content-type") ?? "" };
  const form = await new Response(body, { headers }).formData().catch(() => undefined);
  const given = Object.fromEntries([...(form ?? [])].filter(([, value]) => typeof value === "string"));
  const file = form?.get("documentFile");
  if (!(file instanceof File) || (file.name === "" && file.size === 0))
    return refuse({ refusal: { reason: "document-missing" } as const, fields: form && fields.parse(given) });
  return ok({ ...fields.parse(given), name: file.name, bytes: await file.bytes() });
}

/** A text field of a multipart form (RFC 7578). */
const TEXT_FIELD = /name="(\w+)"\r\n\r\n([^\r]*)\r\n/g;

/** Reads a whole body, because the next request on its connection waits for that; keeps the beginning. */
async function boundedBody(request: Request): Promise<{ body: Blob; isWhole: boolean }> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let read = 0;
  for await (const piece of request.body ?? []) {
    read += piece.length;
    if (read <= MOST_BYTES) pieces.push(piece);
  }
  return { body: new Blob(pieces), isWhole: read <= MOST_BYTES };
}
