import "server-only";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import type { CeilingReached } from "@/lib/budget/allocation";
import { type Day, dayOf } from "@/lib/dates";
import { stopSuspension } from "@/lib/deadlines/commands/keep-suspension";
import { recordedSuspensions } from "@/lib/deadlines/queries/suspensions-of";
import { stoppedOn } from "@/lib/deadlines/suspension";
import type { confirmationSchema } from "@/lib/decisions/schema";
import type { OutOfTurn } from "@/lib/order/turn";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result } from "@/lib/result";
import { hasRoom } from "./room";

export type CallUpRefusal = HandlingRefusal | CeilingReached | OutOfTurn;

/**
 * A reviewer takes an application off the reserve list when money is free, and becomes its handler. Consent to wait ends,
 * and a letter says that the term runs again (Awb 4:15(4)). Refused when no part of it fits, and when an earlier
 * application could use that money.
 */
export function callUp(
  actor: Staff,
  input: z.output<typeof confirmationSchema>,
): Promise<Result<{ version: number }, CallUpRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "call_up", input);
    if (!locked.ok) return locked;
    const room = await hasRoom(tx, locked.value, dayOf(now));
    if (!room.ok) return room;
    await endWaiting(tx, actor, locked.value, dayOf(now));
    const version = await moveApplication(tx, actor, "call_up", locked.value, {
      set: { assigneeId: actor.personId },
    });
    return ok({ version });
  });
}

async function endWaiting(tx: Tx, actor: Staff, application: ApplicationRow, today: Day): Promise<void> {
  const open = stoppedOn(await recordedSuspensions(tx, application.id), today);
  if (open?.ground !== "wait") return;
  await stopSuspension(tx, actor, application, open.id, today);
  await enqueueLetter(tx, { kind: "resumption", applicationId: application.id, about: open.id });
}
