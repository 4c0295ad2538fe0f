import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { suspensions } from "@/db/schema";
import type { Employer, Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import type { Day } from "@/lib/dates";
import { lastDayOf } from "@/lib/deadlines/queries/last-day-of";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import type { SuspensionGround } from "@/lib/vocabulary/suspension-grounds";

type Stopped = { id: string; organisationId: string };
type Kept = { suspensionId: string; ground: SuspensionGround; resumesOn: Day; reason: string };

/**
 * Suspends the term, with its event and its letter, and gives the new last day to decide. The caller holds the lock and
 * has checked that no other suspension is open; the database ends one that ran out, or an earlier consent to wait.
 */
export async function startSuspension(
  tx: Tx,
  actor: Employer | Staff,
  { id: applicationId, organisationId }: Stopped,
  { suspensionId, ground, resumesOn, reason }: Kept,
  today: Day,
): Promise<Day> {
  await tx.insert(suspensions).values({
    ...{ id: suspensionId, applicationId, organisationId, ground, resumesOn, reason },
    startedOn: today,
    startedBy: actor.personId,
  });
  const dueOn = await lastDayOf(tx, applicationId);
  await recordEvent(tx, actor, {
    type: "suspension.start",
    stream: `application:${applicationId}`,
    organisationId,
    applicationId,
    payload: { suspensionId, ground, resumesOn, dueOn },
  });
  await enqueueLetter(tx, { kind: "suspension", applicationId, about: suspensionId });
  return dueOn;
}

/** Ends a suspension today, with its event, and gives the new last day to decide. */
export async function stopSuspension(
  tx: Tx,
  actor: Employer | Staff,
  { id: applicationId, organisationId }: Stopped,
  suspensionId: string,
  today: Day,
): Promise<Day> {
  await tx
    .update(suspensions)
    .set({ endedOn: today, endedBy: actor.personId })
    .where(eq(suspensions.id, suspensionId));
  const dueOn = await lastDayOf(tx, applicationId);
  await recordEvent(tx, actor, {
    type: "suspension.end",
    stream: `application:${applicationId}`,
    organisationId,
    applicationId,
    payload: { suspensionId, dueOn },
  });
  return dueOn;
}
