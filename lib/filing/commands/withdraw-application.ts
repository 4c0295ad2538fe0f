import "server-only";
import { asActor } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { moveApplication } from "@/lib/applications/commands/move-application";
import type { WithdrawRefusal } from "@/lib/filing/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { can } from "@/lib/vocabulary/lifecycle";

/** Withdraws a filed application that is not decided yet; a repeated call changes nothing. */
export async function withdrawApplication(
  actor: Employer,
  input: { applicationId: string },
): Promise<Result<{ withdrawn: true }, WithdrawRefusal>> {
  demandLevel(actor, "application.withdraw");
  return asActor(actor, async (tx) => {
    const application = await lockOwnApplication(tx, input.applicationId, actor.organisationId);
    if (application.state === "withdrawn") return ok({ withdrawn: true });
    if (!can("withdraw", application.state, [actor.kind]))
      return refuse({ reason: "too-late-to-withdraw", state: application.state });
    await moveApplication(tx, actor, "withdraw", application);
    return ok({ withdrawn: true });
  });
}
