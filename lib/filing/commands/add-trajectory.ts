import "server-only";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { withoutPerson } from "@/lib/answers/copy";
import { NotFound } from "@/lib/errors";
import type { AddRefusal } from "@/lib/filing/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { rulesFor } from "@/lib/schemes/rules";
import { changeDraft } from "./change-draft";

/**
 * Adds an empty trajectory, or a copy of another without its personal answers. The caller makes `key`, so that
 * repeating the request adds one. Refused past the maximum of the scheme; throws NotFound.
 */
export async function addTrajectory(
  actor: Employer,
  input: { applicationId: string; key: string; copyOf?: string },
): Promise<Result<{ key: string }, AddRefusal>> {
  demandLevel(actor, "trajectory.add");
  const changed = await changeDraft<AddRefusal>(actor, input.applicationId, (draft, { rulesVersion }) => {
    const { trajectories } = draft;
    if (trajectories.some(({ key }) => key === input.key)) return ok(draft);
    const most = rulesFor(rulesVersion).amountsCents.value.length;
    if (trajectories.length >= most) return refuse({ reason: "no-more-trajectories", most });
    const source = trajectories.find(({ key }) => key === input.copyOf);
    if (input.copyOf && !source) throw new NotFound(`trajectory ${input.copyOf}`);
    const answers = withoutPerson(source?.answers ?? {});
    return ok({ ...draft, trajectories: [...trajectories, { key: input.key, answers }] });
  });
  return changed.ok ? ok({ key: input.key }) : changed;
}
