import "server-only";
import { and, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { delayNotices } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { forgetConcept, lookedOver } from "@/lib/concepts/commands/concept";
import type { Rewritten } from "@/lib/concepts/concept";
import type { DayTurned, ShownOn } from "@/lib/concepts/shown-date";
import { dayOf } from "@/lib/dates";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result } from "@/lib/result";
import { lockToDelay, mayTell, type WriteDelayRefusal } from "./write-delay";

export type TellDelayRefusal = WriteDelayRefusal | Rewritten | DayTurned;

/**
 * A reviewer sends the previewed notice of delay: a later day for the decision, and why (Awb 4:14). The last day by law
 * does not move. Sending twice sends one. Refused when the concept was rewritten. Throws NotFound.
 */
export async function tellDelay(
  actor: Staff,
  { applicationId, conceptId, shownOn }: { applicationId: string; conceptId: string } & ShownOn,
): Promise<Result<{ told: true }, TellDelayRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockToDelay(tx, actor, applicationId);
    if (!locked.ok) return locked;
    const { id, organisationId, dueOn } = locked.value;
    const told = and(eq(delayNotices.id, conceptId), eq(delayNotices.applicationId, id));
    if ((await tx.select({ id: delayNotices.id }).from(delayNotices).where(told)).length > 0)
      return ok({ told: true });
    const written = { applicationId: id, kind: "delay_notice" as const, conceptId };
    const concept = await lookedOver(tx, { ...written, shownOn, now });
    if (!concept.ok) return concept;
    const { expectedOn, reason } = concept.value;
    const may = await mayTell(tx, locked.value, expectedOn, dayOf(now));
    if (!may.ok) return may;
    await tx.insert(delayNotices).values({
      ...{ id: conceptId, organisationId, dueOn, expectedOn, reason },
      applicationId: id,
      toldBy: actor.personId,
    });
    await forgetConcept(tx, written);
    await recordEvent(tx, actor, {
      type: "delay.tell",
      stream: `application:${id}`,
      organisationId,
      applicationId: id,
      payload: { dueOn, expectedOn },
    });
    await enqueueLetter(tx, { kind: "delay_notice", applicationId: id, about: conceptId });
    return ok({ told: true });
  });
}
