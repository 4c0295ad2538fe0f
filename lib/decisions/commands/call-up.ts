import "server-only";
import { asc, eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { trajectories } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { allocate, type CeilingReached } from "@/lib/budget/allocation";
import { ceilingOf } from "@/lib/budget/ceiling";
import { lockCeilings } from "@/lib/budget/queries/line-years";
import { type Day, dayOf } from "@/lib/dates";
import type { confirmationSchema } from "@/lib/decisions/schema";
import { ceilingPolicyOf, partThatFits } from "@/lib/order/ceiling-policy";
import { takesTurn } from "@/lib/order/queries/queue";
import type { OutOfTurn } from "@/lib/order/turn";
import { ok, type Result, refuse } from "@/lib/result";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";

export type CallUpRefusal = HandlingRefusal | CeilingReached | OutOfTurn;

/**
 * A reviewer takes an application off the reserve list when money is free, and becomes its handler. Refused when no
 * part of it fits, and when an earlier application could use that money.
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
    const version = await moveApplication(tx, actor, "call_up", locked.value, {
      set: { assigneeId: actor.personId },
    });
    return ok({ version });
  });
}

/** Whether money is free for it, or a part of it, that no earlier application could use; under the lock of the ceilings. */
export async function hasRoom(
  tx: Tx,
  application: ApplicationRow,
  today: Day,
): Promise<Result<true, CeilingReached | OutOfTurn>> {
  const requested = await tx
    .select({ number: trajectories.number, track: trajectories.track })
    .from(trajectories)
    .where(eq(trajectories.applicationId, application.id))
    .orderBy(asc(trajectories.number));
  const award = awardFor(rulesFor(application.rulesVersion), requested);
  const leaf = application.lineId;
  const lines = await lockCeilings(tx, ceilingOf(application), application.submittedAt);
  const { lastInRank } = ceilingPolicyOf(application.rulesVersion);
  const part = partThatFits(award, leaf, lines, today, lastInRank);
  if (part.length > 0) return takesTurn(tx, application, part, { leaf, lines });
  const whole = allocate(award, leaf, lines, today);
  return whole.ok ? refuse({ reason: "no-ceiling", line: leaf }) : whole;
}
