import "server-only";
import type * as z from "zod";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import type { CeilingReached } from "@/lib/budget/allocation";
import { dayOf } from "@/lib/dates";
import type { confirmationSchema } from "@/lib/decisions/schema";
import type { OutOfTurn } from "@/lib/order/turn";
import { ok, type Result, refuse } from "@/lib/result";
import { hasRoom } from "./room";

/**
 * A reviewer reconsiders an application refused for want of money alone, now that money is free, and becomes its handler,
 * as the refusal promised (Awb 4:25(2)). Refused for any other refusal, when no part of it fits, and when an earlier
 * application could use that money. Throws NotFound.
 */
export function reconsider(
  actor: Staff,
  input: z.output<typeof confirmationSchema>,
): Promise<Result<{ version: number }, HandlingRefusal | CeilingReached | OutOfTurn>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "reconsider", input);
    if (!locked.ok) return locked;
    if (!locked.value.reconsiders) return refuse({ reason: "not-yours-to-do" });
    const room = await hasRoom(tx, locked.value, dayOf(now));
    if (!room.ok) return room;
    const set = { assigneeId: actor.personId };
    return ok({ version: await moveApplication(tx, actor, "reconsider", locked.value, { set }) });
  });
}
