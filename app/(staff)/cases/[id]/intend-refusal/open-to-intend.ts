import { redirect } from "next/navigation";
import { can } from "@/lib/vocabulary/lifecycle";
import { openCase } from "../open-case";

/** The case that a reviewer may intend to refuse; otherwise it redirects to the case. */
export async function openToIntend(params: Promise<{ id: string }>) {
  const { actor, view } = await openCase(params, "reviewer");
  if (!can("intend_refusal", view.state, actor.roles)) return redirect(`/cases/${view.id}`);
  return { actor, view };
}
