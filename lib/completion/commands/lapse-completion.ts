import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { type Day, dayOf } from "@/lib/dates";
import { ok, type Result, refuse } from "@/lib/result";
import { newestRequest } from "./open-request";

export type LapseRefusal = HandlingRefusal | { reason: "term-not-over"; dueOn: Day };

/**
 * A reviewer records that the time to complete passed without an answer: the application can then be left untreated
 * within four weeks, or be judged as it is (Awb 4:5). Refused while there is time. Throws NotFound.
 */
export async function lapseCompletion(
  actor: Staff,
  seen: { applicationId: string; version: number },
): Promise<Result<{ version: number }, LapseRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "lapse", seen);
    if (!locked.ok) return locked;
    const request = await newestRequest(tx, seen.applicationId);
    if (locked.value.state !== "completion_requested" || !request)
      return refuse({ reason: "not-yours-to-do" });
    if (dayOf(now) <= request.dueOn) return refuse({ reason: "term-not-over", dueOn: request.dueOn });
    const version = await moveApplication(tx, actor, "lapse", locked.value);
    return ok({ version });
  });
}
