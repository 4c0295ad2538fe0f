import { notFound, redirect } from "next/navigation";
import { idOrNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { type DraftView, type PartView, readDraft } from "@/lib/filing/queries/read-draft";

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

export type PartQuery = Promise<{ from?: string | string[]; typed?: string | string[] }>;

/** Whether a page is asked to show in its form what was typed before a time-out. */
export const asksTyped = async (query: Promise<{ typed?: string | string[] }>): Promise<boolean> =>
  (await query).typed === "1";

/**
 * What the form of a part shows: what is saved, or with `isTyped` what its reader typed before a time-out and asks for.
 * `isAsked` stays when that is saved meanwhile, so that a form which saves by itself is not made anew.
 */
export async function shownPart<Saved extends PartView>(
  saved: Saved,
  typed: PartView | undefined,
  query: PartQuery,
): Promise<Saved & { isTyped: boolean; isAsked: boolean }> {
  const isAsked = await asksTyped(query);
  const isTyped = isAsked && typed !== undefined;
  return { ...saved, ...(isTyped && typed), isTyped, isAsked };
}
