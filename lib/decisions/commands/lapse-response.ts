import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "@/db/client";
import { intendedRefusals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { dayOf } from "@/lib/dates";
import type { Day } from "@/lib/day";
import { NotFound } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { type HandlingRefusal, lockForMove, makeMove } from "./handle";

export type LapseRefusal = HandlingRefusal | { reason: "still-time"; untilOn: Day };

/** A reviewer goes on without a response once the time for it has passed. Refused until then. */
export async function lapseResponse(
  actor: Staff,
  seen: { applicationId: string; version: number },
): Promise<Result<{ version: number }, LapseRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "lapse", seen);
    if (!locked.ok) return locked;
    if (locked.value.state !== "refusal_intended") return refuse({ reason: "not-yours-to-do" });
    const open = and(
      eq(intendedRefusals.applicationId, locked.value.id),
      isNull(intendedRefusals.respondedAt),
      isNull(intendedRefusals.lapsedAt),
    );
    const [intention] = await tx
      .select({ untilOn: intendedRefusals.untilOn })
      .from(intendedRefusals)
      .where(open);
    if (!intention) throw new NotFound(`intention for ${locked.value.id}`);
    if (dayOf(now) <= intention.untilOn) return refuse({ reason: "still-time", untilOn: intention.untilOn });
    const version = await makeMove(tx, actor, "lapse", locked.value);
    await tx.update(intendedRefusals).set({ lapsedAt: now }).where(open);
    return ok({ version });
  });
}
