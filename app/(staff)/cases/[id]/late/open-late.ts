import { redirect } from "next/navigation";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import { openCase } from "../open-case";

/** The undecided case of which a reviewer may tell a delay or enter a notice, or no return. */
export async function openLate(params: Promise<{ id: string }>) {
  const { actor, view } = await openCase(params, "reviewer");
  if (view.isOwnEmployer || !isUndecided(view.state)) return redirect(`/cases/${view.id}`);
  return { actor, view };
}
