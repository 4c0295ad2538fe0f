import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "@/db/client";
import { suspensions } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { forgetConcept, lookedOver } from "@/lib/concepts/commands/concept";
import type { Rewritten } from "@/lib/concepts/concept";
import type { DayTurned, ShownOn } from "@/lib/concepts/shown-date";
import { type Day, dayOf } from "@/lib/dates";
import { lastDayOf } from "@/lib/deadlines/queries/last-day-of";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result } from "@/lib/result";
import { lockTerm, maySuspend, type WriteSuspensionRefusal } from "./write-suspension";

export type SuspendRefusal = WriteSuspensionRefusal | Rewritten | DayTurned;

/**
 * A reviewer sends the previewed letter that suspends the term for a decision on a ground of Awb 4:15, until the day
 * that it names. Sending twice gives one suspension. Refused when the term is suspended or over, and when the concept
 * was rewritten. Throws NotFound.
 */
export function suspendTerm(
  actor: Staff,
  { applicationId, conceptId, shownOn }: { applicationId: string; conceptId: string } & ShownOn,
): Promise<Result<{ dueOn: Day }, SuspendRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockTerm(tx, actor, applicationId);
    if (!locked.ok) return locked;
    const { organisationId, dueOn } = locked.value;
    const known = and(eq(suspensions.id, conceptId), eq(suspensions.applicationId, applicationId));
    if ((await tx.select({ id: suspensions.id }).from(suspensions).where(known)).length > 0)
      return ok({ dueOn });
    const written = { applicationId, kind: "suspension" as const, conceptId };
    const concept = await lookedOver(tx, { ...written, shownOn, now });
    if (!concept.ok) return concept;
    const { ground, resumesOn, reason } = concept.value;
    const today = dayOf(now);
    const may = await maySuspend(tx, locked.value, resumesOn, today);
    if (!may.ok) return may;
    const isOpen = and(eq(suspensions.applicationId, applicationId), isNull(suspensions.endedOn));
    await tx.update(suspensions).set({ endedOn: today, endedBy: actor.personId }).where(isOpen);
    await tx.insert(suspensions).values({
      ...{ id: conceptId, applicationId, organisationId, ground, resumesOn, reason },
      startedOn: today,
      startedBy: actor.personId,
    });
    await forgetConcept(tx, written);
    const moved = await lastDayOf(tx, applicationId);
    await recordEvent(tx, actor, {
      type: "suspension.start",
      stream: `application:${applicationId}`,
      organisationId,
      applicationId,
      payload: { suspensionId: conceptId, ground, resumesOn, dueOn: moved },
    });
    await enqueueLetter(tx, { kind: "suspension", applicationId, about: conceptId });
    return ok({ dueOn: moved });
  });
}
