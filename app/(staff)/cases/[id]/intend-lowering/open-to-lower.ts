import { redirect } from "next/navigation";
import type { TrajectoryAmount } from "@/lib/concepts/concept";
import { isOpen } from "@/lib/decisions/hearing";
import { mayPropose, typedAmounts } from "@/lib/decisions/revision";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { openCase } from "../open-case";
import { openRevision } from "../revision/open-revision";

/**
 * The grant that a reviewer may intend to lower; while a revision or a hearing is open, and otherwise, it redirects to
 * the case.
 */
export async function openToLower(params: Promise<{ id: string }>) {
  const { actor, view } = await openCase(params, "reviewer");
  const { decision } = view;
  const isUnderWay = openRevision(view) !== undefined || view.intentions.some(isOpen);
  if (!decision || !mayPropose("lower", view) || isUnderWay) return redirect(`/cases/${view.id}`);
  const numbers = [...new Set(decision.lines.map(({ trajectory }) => String(trajectory)))];
  const requested = awardFor(rulesFor(view.rulesVersion), view.requested);
  return {
    ...{ actor, view, decision, numbers },
    /** The amounts among these that an official typed. */
    typedIn: (kept: readonly TrajectoryAmount[]) => typedAmounts(requested, decision.lines, kept),
  };
}
