import "server-only";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { enqueueLetter } from "@/db/outbox";
import { delayNotices } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import { dayOf, laterOf } from "@/lib/dates";
import { type DelayRefusal, delayRefusal } from "@/lib/deadlines/delay";
import { latenessOf } from "@/lib/deadlines/queries/lateness-of";
import type { delaySchema } from "@/lib/deadlines/schema";
import { isOwnEmployer } from "@/lib/decisions/commands/handle";
import { isUndecided } from "@/lib/decisions/undecided";
import { NotFound } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";

export type TellDelayRefusal = DelayRefusal | { reason: "not-yours-to-do" } | { reason: "own-employer" };

/**
 * A reviewer tells an employer that the decision comes later than the law says, by when it can be expected, and why (Awb
 * 4:14); the letter goes out with it. The last day by law stays where it is. The same notice twice is one. Throws NotFound.
 */
export async function tellDelay(
  actor: Staff,
  input: z.output<typeof delaySchema>,
): Promise<Result<{ told: true }, TellDelayRefusal>> {
  return asActor(actor, async (tx, now) => {
    const { id, state, organisationId, dueOn } = await lockApplication(tx, input.applicationId);
    if (!dueOn) throw new NotFound(`term of ${id}`);
    if (!actor.roles.includes("reviewer") || !isUndecided(state))
      return refuse({ reason: "not-yours-to-do" });
    if (await isOwnEmployer(tx, actor, organisationId)) return refuse({ reason: "own-employer" });
    const { expectedOn, delayReason: reason } = input;
    const last = (await latenessOf(tx, id)).delays.at(-1);
    if (last?.expectedOn === expectedOn && last.reason === reason) return ok({ told: true });
    const refusal = delayRefusal(expectedOn, {
      dueOn: last ? laterOf(dueOn, last.expectedOn) : dueOn,
      today: dayOf(now),
    });
    if (refusal) return refuse(refusal);
    const [notice] = await tx
      .insert(delayNotices)
      .values({ applicationId: id, organisationId, dueOn, expectedOn, reason, toldBy: actor.personId })
      .returning({ id: delayNotices.id });
    if (!notice) throw new Error("nothing was told");
    await recordEvent(tx, actor, {
      type: "delay.tell",
      stream: `application:${id}`,
      organisationId,
      applicationId: id,
      payload: { dueOn, expectedOn },
    });
    await enqueueLetter(tx, { kind: "delay_notice", applicationId: id, about: notice.id });
    return ok({ told: true });
  });
}
