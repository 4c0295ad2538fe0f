import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { applications, intendedRefusals } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { forgetKept } from "@/lib/applications/commands/forget-answers";
import { lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { RESPONSE_PLACE } from "@/lib/applications/kept-place";
import { can, MOVES } from "@/lib/applications/lifecycle";
import { recordEvent } from "@/lib/audit/record";
import type { responseSchema } from "@/lib/decisions/schema";
import { NotFound } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";

export type RespondRefusal = { reason: "nothing-to-respond-to" };

/**
 * An employer responds to an intended refusal; review goes on with what he says. Also after the last day, as long as
 * nobody went on without him. The same response twice is one response.
 */
export async function respond(
  actor: Employer,
  { applicationId, response }: z.output<typeof responseSchema>,
): Promise<Result<{ responded: true }, RespondRefusal>> {
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, applicationId, actor.organisationId);
    const ofThis = eq(intendedRefusals.applicationId, application.id);
    if (!can("respond", application.state, [actor.kind])) {
      const given = await tx
        .select({ id: intendedRefusals.id })
        .from(intendedRefusals)
        .where(and(ofThis, eq(intendedRefusals.response, response)));
      return given.length > 0 ? ok({ responded: true }) : refuse({ reason: "nothing-to-respond-to" });
    }
    const version = application.version + 1;
    await tx
      .update(applications)
      .set({ state: MOVES.respond.to, version })
      .where(eq(applications.id, application.id));
    await recordEvent(tx, actor, {
      type: "application.respond",
      stream: `application:${application.id}`,
      organisationId: application.organisationId,
      applicationId: application.id,
      applicationVersion: version,
    });
    const answered = await tx
      .update(intendedRefusals)
      .set({ response, respondedBy: actor.personId, respondedAt: now })
      .where(and(ofThis, isNull(intendedRefusals.respondedAt), isNull(intendedRefusals.lapsedAt)))
      .returning({ id: intendedRefusals.id });
    if (answered.length === 0) throw new NotFound(`intention for ${applicationId}`);
    await forgetKept(tx, actor, application.id, RESPONSE_PLACE);
    return ok({ responded: true });
  });
}
