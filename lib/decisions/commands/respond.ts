import "server-only";
import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { intentions } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { forgetKept } from "@/lib/answers/commands/forget-answers";
import { RESPONSE_PLACE } from "@/lib/answers/kept-place";
import { type ApplicationRow, lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { recordEvent } from "@/lib/audit/record";
import { intentionToAnswer } from "@/lib/decisions/queries/open-intention";
import type { responseSchema } from "@/lib/decisions/schema";
import { ok, type Result, refuse } from "@/lib/result";

export type RespondRefusal = { reason: "nothing-to-respond-to" };

/**
 * An employer responds to an intended refusal, and review continues; or to an intended lowering, and the grant stays in
 * force until another decision. Allowed after the last day until a reviewer continues without it. The same response
 * twice is one response.
 */
export async function respond(
  actor: Employer,
  { applicationId, response }: z.output<typeof responseSchema>,
): Promise<Result<{ responded: true }, RespondRefusal>> {
  demandLevel(actor, "intention.respond");
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, applicationId, actor.organisationId);
    const intention = await intentionToAnswer(tx, actor, application.id);
    if (!intention) return isGiven(tx, application.id, response);
    if (intention.kind === "refusal") await moveApplication(tx, actor, "respond", application);
    else await note(tx, actor, application);
    await tx
      .update(intentions)
      .set({ response, respondedBy: actor.personId, respondedAt: now })
      .where(eq(intentions.id, intention.id));
    await forgetKept(tx, actor, application.id, RESPONSE_PLACE);
    return ok({ responded: true });
  });
}

async function isGiven(tx: Tx, applicationId: string, response: string) {
  const given = await tx
    .select({ id: intentions.id })
    .from(intentions)
    .where(and(eq(intentions.applicationId, applicationId), eq(intentions.response, response)));
  return given.length > 0
    ? ok({ responded: true } as const)
    : refuse({ reason: "nothing-to-respond-to" } as const);
}

const note = (tx: Tx, actor: Employer, { id, organisationId }: ApplicationRow) =>
  recordEvent(tx, actor, {
    type: "lowering.respond",
    stream: `application:${id}`,
    organisationId,
    applicationId: id,
  });
