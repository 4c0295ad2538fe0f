import { redirect } from "next/navigation";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import { openCase } from "../open-case";

/** The undecided case for which a reviewer may announce a delay or enter a notice; otherwise it redirects. */
export async function openLate(params: Promise<{ id: string }>) {
  const { actor, view } = await openCase(params, "reviewer");
  if (!isUndecided(view.state)) return redirect(`/cases/${view.id}`);
  return { actor, view };
}
