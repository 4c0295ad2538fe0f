import "server-only";
import type * as z from "zod";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { type Day, dayOf } from "@/lib/dates";
import { recordedSuspensions } from "@/lib/deadlines/queries/suspensions-of";
import type { ownNoticeSchema } from "@/lib/deadlines/schema";
import { stoppedOn } from "@/lib/deadlines/suspension";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import { stopSuspension } from "./keep-suspension";
import { lockTerm, type TermRefusal } from "./write-suspension";

export type EndSuspensionRefusal = TermRefusal | { reason: "not-suspended" };

/**
 * A reviewer ends a suspension before its last day; the employer reads the new last day to decide (Awb 4:15(4)).
 * Refused when the term is not suspended, or an employer agreed to wait. Throws NotFound.
 */
export function endSuspension(
  actor: Staff,
  { applicationId }: z.output<typeof ownNoticeSchema>,
): Promise<Result<{ dueOn: Day }, EndSuspensionRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockTerm(tx, actor, applicationId);
    if (!locked.ok) return locked;
    const open = stoppedOn(await recordedSuspensions(tx, applicationId), dayOf(now));
    if (!open || open.ground === "wait") return refuse({ reason: "not-suspended" });
    const dueOn = await stopSuspension(tx, actor, locked.value, open.id, dayOf(now));
    await enqueueLetter(tx, { kind: "resumption", applicationId, about: open.id });
    return ok({ dueOn });
  });
}
