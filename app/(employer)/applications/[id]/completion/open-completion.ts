import { notFound, redirect } from "next/navigation";
import { idOrNotFound } from "@/app/or-not-found";
import { requireEmployer } from "@/lib/auth/session";
import { type CompletionView, readCompletion } from "@/lib/completion/queries/read-completion";

/** The open request of the application at this address; without one it redirects to the status. */
export async function openCompletion(params: Promise<{ id: string }>): Promise<CompletionView> {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const view = await readCompletion(actor, id);
  if (view === "filed") return redirect(`/applications/${id}`);
  return view ?? notFound();
}

export const trajectoryKeysOf = ({ trajectories }: CompletionView): string[] =>
  trajectories.map(({ key }) => key);
