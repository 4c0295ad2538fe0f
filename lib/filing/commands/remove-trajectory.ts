import "server-only";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import type { NotADraft } from "@/lib/filing/refusals";
import { ok, type Result } from "@/lib/result";
import { changeDraft } from "./change-draft";

/** Removes a trajectory with its answers from the draft; an absent one changes nothing. */
export async function removeTrajectory(
  actor: Employer,
  input: { applicationId: string; key: string },
): Promise<Result<{ removed: true }, NotADraft>> {
  demandLevel(actor, "trajectory.remove");
  const changed = await changeDraft<never>(actor, input.applicationId, (draft) => {
    const trajectories = draft.trajectories.filter(({ key }) => key !== input.key);
    if (trajectories.length === draft.trajectories.length) return ok(draft);
    const { [`trajectory:${input.key}`]: _gone, ...revisions } = draft.revisions;
    return ok({ ...draft, trajectories, revisions });
  });
  return changed.ok ? ok({ removed: true }) : changed;
}
