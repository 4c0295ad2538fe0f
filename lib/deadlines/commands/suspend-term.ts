import "server-only";
import { and, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { suspensions } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { forgetConcept, lookedOver } from "@/lib/concepts/commands/concept";
import type { Rewritten } from "@/lib/concepts/concept";
import type { DayTurned, ShownOn } from "@/lib/concepts/shown-date";
import { type Day, dayOf } from "@/lib/dates";
import { ok, type Result } from "@/lib/result";
import { startSuspension } from "./keep-suspension";
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
    const { dueOn } = locked.value;
    const known = and(eq(suspensions.id, conceptId), eq(suspensions.applicationId, applicationId));
    if ((await tx.select({ id: suspensions.id }).from(suspensions).where(known)).length > 0)
      return ok({ dueOn });
    const written = { applicationId, kind: "suspension" as const, conceptId };
    const concept = await lookedOver(tx, { ...written, shownOn, now });
    if (!concept.ok) return concept;
    const kept = { suspensionId: conceptId, ...concept.value };
    const today = dayOf(now);
    const may = await maySuspend(tx, locked.value, kept.resumesOn, today);
    if (!may.ok) return may;
    const moved = await startSuspension(tx, actor, locked.value, kept, today);
    await forgetConcept(tx, written);
    return ok({ dueOn: moved });
  });
}
