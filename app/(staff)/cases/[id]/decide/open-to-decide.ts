import { redirect } from "next/navigation";
import { can } from "@/lib/vocabulary/lifecycle";
import { openCase } from "../open-case";

/** The case with the proposal that a decider may decide on; otherwise it redirects to the case. */
export async function openToDecide(params: Promise<{ id: string }>) {
  const { actor, view } = await openCase(params, "decider");
  const [proposal] = view.proposals;
  const may = proposal && proposal.proposedBy !== actor.personId && can("grant", view.state, actor.roles);
  if (!may) return redirect(`/cases/${view.id}`);
  return { actor, view, proposal };
}
