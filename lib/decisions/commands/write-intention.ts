import "server-only";
import type * as z from "zod";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { keepConcept } from "@/lib/concepts/commands/concept";
import { dayOf } from "@/lib/dates";
import type { intentionSchema } from "@/lib/decisions/schema";
import { ok, type Result, refuse } from "@/lib/result";

/**
 * Keeps the concept of an intended refusal for preview; nothing is sent. Writing again replaces it. Refused as sending
 * it would be. Throws NotFound.
 */
export async function writeIntention(
  actor: Staff,
  input: z.output<typeof intentionSchema>,
): Promise<Result<{ conceptId: string }, HandlingRefusal | { reason: "until-in-the-past" }>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "intend_refusal", input);
    if (!locked.ok) return locked;
    const { applicationId, grounds, explanation, untilOn } = input;
    if (untilOn <= dayOf(now)) return refuse({ reason: "until-in-the-past" });
    const content = { grounds, explanation, untilOn };
    return ok(await keepConcept(tx, actor, { applicationId, kind: "intended_refusal", content }));
  });
}
