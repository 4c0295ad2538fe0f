import "server-only";
import { randomUUID } from "node:crypto";
import type * as z from "zod";
import { asActor } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { reserveEndOf } from "@/lib/calendar/queries/reserve-end";
import { asksAgainFrom, waitsUntil } from "@/lib/calendar/reserve-end";
import { type Day, dayOf } from "@/lib/dates";
import { recordedSuspensions } from "@/lib/deadlines/queries/suspensions-of";
import type { ownNoticeSchema } from "@/lib/deadlines/schema";
import { stoppedOn } from "@/lib/deadlines/suspension";
import { wordsOf } from "@/lib/i18n/words";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import { startSuspension, stopSuspension } from "./keep-suspension";

type Input = z.output<typeof ownNoticeSchema>;
export type WaitRefusal =
  | { reason: "not-on-reserve-list" }
  | { reason: "too-late-to-wait"; endsOn: Day }
  | { reason: "suspended-already"; resumesOn: Day };

/**
 * An employer agrees in writing to wait on the reserve list: the term for the decision is suspended and the application
 * stays on the list past its end (Awb 4:15(2)(a)). Repeating it gives one consent, and from four weeks before refusals
 * another, for half a year more. Refused off the list, after its end, and during another suspension. Throws NotFound.
 */
export async function agreeToWait(
  actor: Employer,
  { applicationId }: Input,
): Promise<Result<{ resumesOn: Day }, WaitRefusal>> {
  demandLevel(actor, "reserve.wait");
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, applicationId, actor.organisationId);
    if (application.state !== "reserve_list") return refuse({ reason: "not-on-reserve-list" });
    const today = dayOf(now);
    const open = stoppedOn(await recordedSuspensions(tx, applicationId), today);
    const endsOn = await reserveEndOf(tx, applicationId);
    if (open?.ground === "wait" && today < asksAgainFrom(endsOn)) return ok({ resumesOn: open.resumesOn });
    if (open && open.ground !== "wait")
      return refuse({ reason: "suspended-already", resumesOn: open.resumesOn });
    if (endsOn < today) return refuse({ reason: "too-late-to-wait", endsOn });
    const resumesOn = waitsUntil(endsOn);
    const reason = wordsOf("letters")("suspension.waits");
    const kept = { suspensionId: randomUUID(), ground: "wait" as const, resumesOn, reason };
    await startSuspension(tx, actor, application, kept, today);
    return ok({ resumesOn });
  });
}

/**
 * An employer withdraws consent to wait: the term runs again from today, and a letter says so. Refused without consent.
 * Throws NotFound.
 */
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
    const dueOn = await stopSuspension(tx, actor, application, open.id, today);
    await enqueueLetter(tx, { kind: "resumption", applicationId, about: open.id });
    return ok({ dueOn });
  });
}
