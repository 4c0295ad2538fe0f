import "server-only";
import { eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { suspensions } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { type Day, dayOf } from "@/lib/dates";
import { lastDayOf } from "@/lib/deadlines/queries/last-day-of";
import { recordedSuspensions } from "@/lib/deadlines/queries/suspensions-of";
import type { ownNoticeSchema } from "@/lib/deadlines/schema";
import { stoppedOn } from "@/lib/deadlines/suspension";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import { lockTerm, type TermRefusal } from "./write-suspension";

export type EndSuspensionRefusal = TermRefusal | { reason: "not-suspended" };

/**
 * A reviewer ends a suspension before its last day; the employer reads the new last day to decide (Awb 4:15(4)).
 * Refused when the term is not suspended. Throws NotFound.
 */
export function endSuspension(
  actor: Staff,
  { applicationId }: z.output<typeof ownNoticeSchema>,
): Promise<Result<{ dueOn: Day }, EndSuspensionRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockTerm(tx, actor, applicationId);
    if (!locked.ok) return locked;
    const open = stoppedOn(await recordedSuspensions(tx, applicationId), dayOf(now));
    if (!open) return refuse({ reason: "not-suspended" });
    await tx
      .update(suspensions)
      .set({ endedOn: dayOf(now), endedBy: actor.personId })
      .where(eq(suspensions.id, open.id));
    const dueOn = await lastDayOf(tx, applicationId);
    await recordEvent(tx, actor, {
      type: "suspension.end",
      stream: `application:${applicationId}`,
      organisationId: locked.value.organisationId,
      applicationId,
      payload: { suspensionId: open.id, dueOn },
    });
    await enqueueLetter(tx, { kind: "resumption", applicationId, about: open.id });
    return ok({ dueOn });
  });
}
