import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { intentions } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import type { HandlingRefusal } from "@/lib/applications/commands/lock-for-move";
import { recordEvent } from "@/lib/audit/record";
import { dayOf } from "@/lib/dates";
import type { Day } from "@/lib/day";
import { heardOnLowering, isOpen } from "@/lib/decisions/hearing";
import { intentionsOf } from "@/lib/decisions/queries/heard-on";
import { enqueueMail } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import { lockToLower } from "./lock-to-lower";
import { isRevisionOpen } from "./write-lowering";

type Seen = { applicationId: string; version: number };
export type EndLoweringRefusal =
  | HandlingRefusal
  | { reason: "no-hearing" }
  | { reason: "revision-open" }
  | { reason: "still-time"; untilOn: Day };

/** A reviewer continues without a response after the last day to respond. Refused until then. Throws NotFound. */
export async function lapseLowering(
  actor: Staff,
  seen: Seen,
): Promise<Result<{ ended: true }, EndLoweringRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockToLower(tx, actor, seen);
    if (!locked.ok) return locked;
    const open = (await intentionsOf(tx, locked.value.id)).find(isOpen);
    if (!open) return refuse({ reason: "no-hearing" });
    if (dayOf(now) <= open.untilOn) return refuse({ reason: "still-time", untilOn: open.untilOn });
    await tx.update(intentions).set({ lapsedAt: now }).where(eq(intentions.id, open.id));
    await record(tx, actor, locked.value, "lowering.lapse");
    return ok({ ended: true });
  });
}

/**
 * A reviewer drops an intended lowering, with or without a response; the employer is told that the grant stays as it
 * is. Refused while a lowering is proposed. Throws NotFound.
 */
export async function dropLowering(
  actor: Staff,
  seen: Seen,
): Promise<Result<{ ended: true }, EndLoweringRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockToLower(tx, actor, seen);
    if (!locked.ok) return locked;
    const { id, version } = locked.value;
    const told = await intentionsOf(tx, id);
    const current = told.find(isOpen) ?? heardOnLowering(told, version);
    if (!current) return refuse({ reason: "no-hearing" });
    if (await isRevisionOpen(tx, locked.value)) return refuse({ reason: "revision-open" });
    await tx
      .update(intentions)
      .set({ droppedAt: now })
      .where(
        and(
          ...[eq(intentions.applicationId, id), eq(intentions.applicationVersion, version)],
          ...[eq(intentions.kind, "lowering"), isNull(intentions.droppedAt)],
        ),
      );
    await record(tx, actor, locked.value, "lowering.drop");
    await enqueueMail(tx, { kind: "lowering_dropped", applicationId: id, about: current.id });
    return ok({ ended: true });
  });
}

const record = (tx: Tx, actor: Staff, { id, organisationId }: ApplicationRow, type: string) =>
  recordEvent(tx, actor, { type, stream: `application:${id}`, organisationId, applicationId: id });
