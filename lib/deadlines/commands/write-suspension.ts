import "server-only";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { isOwnEmployer } from "@/lib/applications/commands/is-own-employer";
import { type ApplicationRow, lockApplication } from "@/lib/applications/commands/lock-application";
import { keepConcept } from "@/lib/concepts/commands/concept";
import { type Day, dayOf } from "@/lib/dates";
import { recordedSuspensions } from "@/lib/deadlines/queries/suspensions-of";
import type { suspensionSchema } from "@/lib/deadlines/schema";
import { type SuspensionRefusal, stoppedOn, suspensionRefusal } from "@/lib/deadlines/suspension";
import { NotFound } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { isUndecided } from "@/lib/vocabulary/lifecycle";

export type TermRefusal = { reason: "not-yours-to-do" } | { reason: "own-employer" };
export type WriteSuspensionRefusal = SuspensionRefusal | TermRefusal;

/**
 * Keeps the concept of a suspension for preview; nothing is sent. Writing again replaces it. Refused as suspending the
 * term would be. Throws NotFound.
 */
export function writeSuspension(
  actor: Staff,
  { applicationId, suspensionGround, resumesOn, suspensionReason }: z.output<typeof suspensionSchema>,
): Promise<Result<{ conceptId: string }, WriteSuspensionRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockTerm(tx, actor, applicationId);
    if (!locked.ok) return locked;
    const may = await maySuspend(tx, locked.value, resumesOn, dayOf(now));
    if (!may.ok) return may;
    const content = { ground: suspensionGround, resumesOn, reason: suspensionReason };
    return ok(await keepConcept(tx, actor, { applicationId, kind: "suspension", content }));
  });
}

/** The undecided application, locked, when this official may suspend its term or end a suspension. Throws NotFound. */
export async function lockTerm(
  tx: Tx,
  actor: Staff,
  applicationId: string,
): Promise<Result<ApplicationRow & { dueOn: Day }, TermRefusal>> {
  if (await isOwnEmployer(tx, applicationId)) return refuse({ reason: "own-employer" });
  const application = await lockApplication(tx, applicationId);
  const { dueOn, state } = application;
  if (!dueOn) throw new NotFound(`term of ${applicationId}`);
  if (!actor.roles.includes("reviewer") || !isUndecided(state)) return refuse({ reason: "not-yours-to-do" });
  return ok({ ...application, dueOn });
}

/** Whether the term can be suspended until this day. */
export async function maySuspend(
  tx: Tx,
  { id, dueOn }: { id: string; dueOn: Day },
  resumesOn: Day,
  today: Day,
): Promise<Result<true, SuspensionRefusal>> {
  const stoppedUntil = stoppedOn(await recordedSuspensions(tx, id), today)?.resumesOn;
  const refusal = suspensionRefusal(resumesOn, { today, dueOn, stoppedUntil });
  return refusal ? refuse(refusal) : ok(true);
}
