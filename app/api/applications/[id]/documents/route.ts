import * as z from "zod";
import type { Employer } from "@/lib/actor";
import { currentActor } from "@/lib/auth/session";
import { type Added, addDocument } from "@/lib/documents/commands/add-document";
import type { DocumentProblem } from "@/lib/documents/upload-problems";
import { NotFound } from "@/lib/errors";
import { type Fields, readUpload } from "./read-upload";
import { inTurn } from "./turns";

type Context = { params: Promise<{ id: string }> };
type Answer = { refused: DocumentProblem } | { added: Added["scan"] };

/**
 * Takes one file, from a plain form or a script: a form is redirected to the page of documents, a script gets the same
 * answer as JSON. An absent application and another employer's are the same 404.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { data: id } = z.uuid().safeParse((await params).id);
  const actor = await currentActor();
  if (!id || actor.kind === "staff") return new Response(null, { status: 404 });
  if (actor.kind !== "employer") return answered(request, id, { refused: "document-session-ended" });
  const answer = await inTurn(actor.personId, () => receive(actor, id, request));
  return answer ?? answered(request, id, { refused: "document-busy" });
}

async function receive(actor: Employer, id: string, request: Request): Promise<Response> {
  const upload = await readUpload(request);
  if (!upload.ok) {
    const { refusal, fields } = upload.refusal;
    return answered(request, id, { refused: refusal.reason }, fields);
  }
  const { documentKind: kind, name, bytes } = upload.value;
  try {
    const added = await addDocument(actor, { applicationId: id, kind, name, bytes });
    const answer = added.ok ? { added: added.value.scan } : { refused: added.refusal.reason };
    return answered(request, id, answer, upload.value);
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
}

function answered(request: Request, id: string, answer: Answer, fields?: Fields): Response {
  if (request.headers.get("accept")?.includes("application/json"))
    return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
  const words = new URLSearchParams({ ...answer, ...(fields?.from === "check" && { from: "check" }) });
  if ("refused" in answer && fields) words.set("kind", fields.documentKind);
  return new Response(null, { status: 303, headers: { Location: `/applications/${id}/documents?${words}` } });
}
