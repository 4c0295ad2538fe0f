import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { windows } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { reserveEndsOn, waitsUntil } from "@/lib/calendar/reserve-end";
import { type Day, dayOf, laterOf } from "@/lib/dates";
import { recordedSuspensions } from "@/lib/deadlines/queries/suspensions-of";
import type { ownNoticeSchema } from "@/lib/deadlines/schema";
import { stoppedOn } from "@/lib/deadlines/suspension";
import { NotFound } from "@/lib/errors";
import { wordsOf } from "@/lib/i18n/words";
import { ok, type Result, refuse } from "@/lib/result";
import { startSuspension, stopSuspension } from "./keep-suspension";

type Input = z.output<typeof ownNoticeSchema>;
export type WaitRefusal =
  | { reason: "not-on-reserve-list" }
  | { reason: "too-late-to-wait"; dueOn: Day }
  | { reason: "suspended-already"; resumesOn: Day };

/**
 * An employer agrees in writing to wait on the reserve list: the term for the decision is suspended and the application
 * stays on the list past its end (Awb 4:15(2)(a)). Repeating it gives one consent. Refused off the list, after the last
 * day to decide, and during another suspension. Throws NotFound.
 */
export async function agreeToWait(
  actor: Employer,
  { applicationId }: Input,
): Promise<Result<{ resumesOn: Day }, WaitRefusal>> {
  demandLevel(actor, "reserve.wait");
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, applicationId, actor.organisationId);
    const { state, dueOn, windowId } = application;
    const today = dayOf(now);
    const open = stoppedOn(await recordedSuspensions(tx, applicationId), today);
    if (open?.ground === "wait") return ok({ resumesOn: open.resumesOn });
    if (state !== "reserve_list" || !dueOn) return refuse({ reason: "not-on-reserve-list" });
    if (open) return refuse({ reason: "suspended-already", resumesOn: open.resumesOn });
    if (dueOn < today) return refuse({ reason: "too-late-to-wait", dueOn });
    const [window] = await tx
      .select({ reserveUntil: windows.reserveUntil })
      .from(windows)
      .where(eq(windows.id, windowId));
    if (!window) throw new NotFound(`window ${windowId}`);
    const resumesOn = waitsUntil(laterOf(today, reserveEndsOn(window.reserveUntil, dueOn)));
    const reason = wordsOf("letters")("suspension.waits");
    const kept = { suspensionId: randomUUID(), ground: "wait" as const, resumesOn, reason };
    await startSuspension(tx, actor, application, kept, today);
    return ok({ resumesOn });
  });
}

/** An employer withdraws consent to wait: the term runs again from today. Refused without consent. Throws NotFound. */
export async function stopWaiting(
  actor: Employer,
  { applicationId }: Input,
): Promise<Result<{ dueOn: Day }, { reason: "not-suspended" }>> {
  demandLevel(actor, "reserve.wait");
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, applicationId, actor.organisationId);
    const today = dayOf(now);
    const open = stoppedOn(await recordedSuspensions(tx, applicationId), today);
    if (open?.ground !== "wait") return refuse({ reason: "not-suspended" });
    return ok({ dueOn: await stopSuspension(tx, actor, application, open.id, today) });
  });
}
