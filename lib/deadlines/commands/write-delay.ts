import "server-only";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { isOwnEmployer } from "@/lib/applications/commands/is-own-employer";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { keepConcept } from "@/lib/concepts/commands/concept";
import { type Day, dayOf, laterOf } from "@/lib/dates";
import { type DelayRefusal, delayRefusal } from "@/lib/deadlines/delay";
import { latenessOf } from "@/lib/deadlines/queries/lateness-of";
import type { delaySchema } from "@/lib/deadlines/schema";
import { NotFound } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { isUndecided } from "@/lib/vocabulary/lifecycle";

export type WriteDelayRefusal = DelayRefusal | { reason: "not-yours-to-do" } | { reason: "own-employer" };
type Late = { id: string; organisationId: string; dueOn: Day };

/**
 * Keeps the concept of a notice of delay for preview; nothing is sent. Writing again replaces it. Refused as sending it
 * would be. Throws NotFound.
 */
export async function writeDelay(
  actor: Staff,
  { applicationId, expectedOn, delayReason: reason }: z.output<typeof delaySchema>,
): Promise<Result<{ conceptId: string }, WriteDelayRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockToDelay(tx, actor, applicationId);
    if (!locked.ok) return locked;
    const may = await mayTell(tx, locked.value, expectedOn, dayOf(now));
    if (!may.ok) return may;
    return ok(
      await keepConcept(tx, actor, { applicationId, kind: "delay_notice", content: { expectedOn, reason } }),
    );
  });
}

/** The application, locked, when this official may announce a delay. Throws NotFound. */
export async function lockToDelay(
  tx: Tx,
  actor: Staff,
  applicationId: string,
): Promise<Result<Late, WriteDelayRefusal>> {
  if (await isOwnEmployer(tx, applicationId)) return refuse({ reason: "own-employer" });
  const { id, state, organisationId, dueOn } = await lockApplication(tx, applicationId);
  if (!dueOn) throw new NotFound(`term of ${id}`);
  if (!actor.roles.includes("reviewer") || !isUndecided(state)) return refuse({ reason: "not-yours-to-do" });
  return ok({ id, organisationId, dueOn });
}

/** Whether this can be the new day: later than the legal term, and than the day announced before. */
export async function mayTell(
  tx: Tx,
  { id, dueOn }: Late,
  expectedOn: Day,
  today: Day,
): Promise<Result<true, DelayRefusal>> {
  const last = (await latenessOf(tx, id)).delays.at(-1);
  const refusal = delayRefusal(expectedOn, { dueOn: last ? laterOf(dueOn, last.expectedOn) : dueOn, today });
  return refusal ? refuse(refusal) : ok(true);
}
