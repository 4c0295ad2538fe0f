import "server-only";
import { asActor } from "@/db/client";
import { intentions } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { forgetConcept, lookedOver } from "@/lib/concepts/commands/concept";
import type { Rewritten } from "@/lib/concepts/concept";
import type { DayTurned, ShownOn } from "@/lib/concepts/shown-date";
import { dayOf } from "@/lib/dates";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";

export type IntendRefusal = HandlingRefusal | Rewritten | DayTurned | { reason: "until-in-the-past" };

/**
 * A reviewer sends the previewed intention to refuse, with its letter and the last day to respond (Awb 4:7). A hearing
 * does not suspend the term to decide. Refused when the concept was rewritten, and when its last day has come. Throws
 * NotFound.
 */
export async function intendRefusal(
  actor: Staff,
  seen: { applicationId: string; version: number; conceptId: string } & ShownOn,
): Promise<Result<{ version: number }, IntendRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "intend_refusal", seen);
    if (!locked.ok) return locked;
    const { id, organisationId } = locked.value;
    const written = { applicationId: id, kind: "intended_refusal" as const, conceptId: seen.conceptId };
    const concept = await lookedOver(tx, { ...written, shownOn: seen.shownOn, now });
    if (!concept.ok) return concept;
    const { grounds, explanation, untilOn } = concept.value;
    if (untilOn <= dayOf(now)) return refuse({ reason: "until-in-the-past" });
    const version = await moveApplication(tx, actor, "intend_refusal", locked.value, {
      payload: { grounds, untilOn },
    });
    await forgetConcept(tx, written);
    await tx.insert(intentions).values({
      ...{ kind: "refusal", grounds, explanation, untilOn, organisationId },
      applicationId: id,
      applicationVersion: version,
      intendedBy: actor.personId,
    });
    await enqueueLetter(tx, { kind: "intended_refusal", applicationId: id, about: String(version) });
    return ok({ version });
  });
}
