import "server-only";
import { eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { applications } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import type { WithdrawRefusal } from "@/lib/filing/refusals";
import { enqueueRefresh } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import { can } from "@/lib/vocabulary/lifecycle";

/** Withdraws a filed application that is not decided yet; a repeated call changes nothing. */
export async function withdrawApplication(
  actor: Employer,
  input: { applicationId: string },
): Promise<Result<{ withdrawn: true }, WithdrawRefusal>> {
  return asActor(actor, async (tx) => {
    const application = await lockOwnApplication(tx, input.applicationId, actor.organisationId);
    if (application.state === "withdrawn") return ok({ withdrawn: true });
    if (!can("withdraw", application.state, [actor.kind]))
      return refuse({ reason: "too-late", state: application.state });
    const version = application.version + 1;
    await tx
      .update(applications)
      .set({ state: "withdrawn", version })
      .where(eq(applications.id, application.id));
    await recordEvent(tx, actor, {
      type: "application.withdraw",
      stream: `application:${application.id}`,
      organisationId: application.organisationId,
      applicationId: application.id,
      applicationVersion: version,
    });
    await enqueueRefresh(tx, application.id);
    return ok({ withdrawn: true });
  });
}
