import { redirect } from "next/navigation";
import { can } from "@/lib/vocabulary/lifecycle";
import { openCase } from "../open-case";

/** The case that a reviewer may ask to complete; otherwise it redirects to the case. */
export async function openToAsk(params: Promise<{ id: string }>) {
  const { actor, view } = await openCase(params, "reviewer");
  if (!can("request_completion", view.state, actor.roles)) return redirect(`/cases/${view.id}`);
  return { actor, view, trajectoryKeys: view.draft.trajectories.map(({ key }) => key) };
}
