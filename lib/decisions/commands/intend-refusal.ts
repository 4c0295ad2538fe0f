import "server-only";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { enqueueLetter } from "@/db/outbox";
import { intendedRefusals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { dayOf } from "@/lib/dates";
import type { intentionSchema } from "@/lib/decisions/schema";
import { ok, type Result, refuse } from "@/lib/result";
import { type HandlingRefusal, lockForMove, makeMove } from "./handle";

export type IntendRefusal = HandlingRefusal | { reason: "until-in-the-past" };

/**
 * A reviewer tells the employer what he means to refuse and why, and until when there is time to respond (Awb 4:7). The letter goes
 * out with it. The term to decide runs on: hearing does not suspend it.
 */
export async function intendRefusal(
  actor: Staff,
  input: z.output<typeof intentionSchema>,
): Promise<Result<{ version: number }, IntendRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "intend_refusal", input);
    if (!locked.ok) return locked;
    if (input.untilOn <= dayOf(now)) return refuse({ reason: "until-in-the-past" });
    const { id, organisationId } = locked.value;
    const version = await makeMove(tx, actor, "intend_refusal", locked.value, {
      payload: { grounds: input.grounds, untilOn: input.untilOn },
    });
    await tx.insert(intendedRefusals).values({
      applicationId: id,
      organisationId,
      applicationVersion: version,
      grounds: input.grounds,
      explanation: input.explanation,
      untilOn: input.untilOn,
      intendedBy: actor.personId,
    });
    await enqueueLetter(tx, { kind: "intended_refusal", applicationId: id, about: String(version) });
    return ok({ version });
  });
}
