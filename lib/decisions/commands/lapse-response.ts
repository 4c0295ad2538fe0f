import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "@/db/client";
import { intentions } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { dayOf } from "@/lib/dates";
import type { Day } from "@/lib/day";
import { NotFound } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";

export type LapseRefusal = HandlingRefusal | { reason: "still-time"; untilOn: Day };

/** A reviewer continues without a response after the last day to respond. Refused until then. */
export async function lapseResponse(
  actor: Staff,
  seen: { applicationId: string; version: number },
): Promise<Result<{ version: number }, LapseRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "lapse", seen);
    if (!locked.ok) return locked;
    if (locked.value.state !== "refusal_intended") return refuse({ reason: "not-yours-to-do" });
    const open = and(
      eq(intentions.applicationId, locked.value.id),
      isNull(intentions.respondedAt),
      isNull(intentions.lapsedAt),
    );
    const [intention] = await tx.select({ untilOn: intentions.untilOn }).from(intentions).where(open);
    if (!intention) throw new NotFound(`intention for ${locked.value.id}`);
    if (dayOf(now) <= intention.untilOn) return refuse({ reason: "still-time", untilOn: intention.untilOn });
    const version = await moveApplication(tx, actor, "lapse", locked.value);
    await tx.update(intentions).set({ lapsedAt: now }).where(open);
    return ok({ version });
  });
}
