"use server";
import { notFound } from "next/navigation";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { removeDocument } from "@/lib/documents/commands/remove-document";
import type { FormState } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { redirectAndRevalidate } from "../../../redirect-and-revalidate";

const schema = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  from: z.literal("check").optional().catch(undefined),
});

/** Deletes a file; an absent one is no error. */
export async function removeDocumentAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireEmployer();
  const { data: parsed } = schema.safeParse(Object.fromEntries(data));
  if (!parsed) return notFound();
  const { id: applicationId, documentId, from } = parsed;
  const removed = await orNotFound(removeDocument(actor, { applicationId, documentId }));
  if (!removed.ok) return { problems: [problemOf(removed.refusal)] };
  const words = new URLSearchParams({ removed: "1", ...(from && { from }) });
  return redirectAndRevalidate(`/applications/${applicationId}/documents?${words}`);
}
