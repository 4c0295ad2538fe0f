import { redirect } from "next/navigation";
import { can } from "@/lib/vocabulary/lifecycle";
import { openCase } from "../open-case";

/** The case of which a reviewer may say that he means to refuse it, or no return: otherwise the case says what can be done. */
export async function openToIntend(params: Promise<{ id: string }>) {
  const { actor, view } = await openCase(params, "reviewer");
  if (view.isOwnEmployer || !can("intend_refusal", view.state, actor.roles))
    return redirect(`/cases/${view.id}`);
  return { actor, view };
}
