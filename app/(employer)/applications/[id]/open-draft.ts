import { notFound, redirect } from "next/navigation";
import { idOrNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { type DraftView, readDraft } from "@/lib/filing/queries/read-draft";

/** The draft at an address; a filed application redirects to its status. */
export async function openDraft(params: Promise<{ id: string }>): Promise<DraftView> {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const draft = await readDraft(actor, id);
  if (draft === "filed") return redirect(`/applications/${id}`);
  return draft ?? notFound();
}

/** The page from which a part was opened, and to which it returns. */
export const cameFrom = async (query: Promise<{ from?: string | string[] }>): Promise<"check" | undefined> =>
  (await query).from === "check" ? "check" : undefined;
