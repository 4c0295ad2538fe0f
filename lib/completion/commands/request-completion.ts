import "server-only";
import { asActor } from "@/db/client";
import { completionRequests } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { shiftsRank } from "@/lib/answers/completion-item";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { decideRequest, type RequestRefusal } from "@/lib/completion/request";
import { forgetConcept, lookedOver } from "@/lib/concepts/commands/concept";
import type { Rewritten } from "@/lib/concepts/concept";
import type { DayTurned, ShownOn } from "@/lib/concepts/shown-date";
import { dayOf } from "@/lib/dates";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result } from "@/lib/result";

export type AskRefusal = HandlingRefusal | RequestRefusal | Rewritten | DayTurned;

/**
 * Sends the previewed request to complete; `conceptId` was on screen. The term is suspended from the day after (Awb
 * 4:5, 4:15), and counts until the answer as if the employer takes all the time given. Refused when the concept was
 * rewritten. Throws NotFound.
 */
export async function requestCompletion(
  actor: Staff,
  seen: { applicationId: string; version: number; conceptId: string } & ShownOn,
): Promise<Result<{ requestId: string }, AskRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "request_completion", seen);
    if (!locked.ok) return locked;
    const application = locked.value;
    const today = dayOf(now);
    const { rankDay } = application;
    if (!rankDay) throw new Error(`application ${application.id} has no rank day`);
    const { conceptId } = seen;
    const written = { applicationId: application.id, kind: "completion_request" as const, conceptId };
    const concept = await lookedOver(tx, { ...written, shownOn: seen.shownOn, now });
    if (!concept.ok) return concept;
    const request = decideRequest(concept.value, today, await readEquatedDays(tx));
    if (!request.ok) return request;
    const { items, dueOn } = request.value;
    const version = await moveApplication(tx, actor, "request_completion", application, {
      payload: { items: items.length, shiftsRank: shiftsRank(items), dueOn },
    });
    await forgetConcept(tx, written);
    const [row] = await tx
      .insert(completionRequests)
      .values({
        ...{ items, dueOn },
        applicationId: application.id,
        organisationId: application.organisationId,
        applicationVersion: version,
        askedBy: actor.personId,
        askedOn: today,
        rankDay,
      })
      .returning({ id: completionRequests.id });
    if (!row) throw new Error("nothing was asked");
    const about = String(version);
    await enqueueLetter(tx, { kind: "completion_request", applicationId: application.id, about });
    return ok({ requestId: row.id });
  });
}
