import "server-only";
import { and, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { intentions } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { forgetConcept, lookedOver } from "@/lib/concepts/commands/concept";
import type { Rewritten } from "@/lib/concepts/concept";
import type { DayTurned, ShownOn } from "@/lib/concepts/shown-date";
import { dayOf } from "@/lib/dates";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import { lockToLower } from "./lock-to-lower";
import { type LoweringRefusal, mayTell } from "./write-lowering";

/**
 * A reviewer sends the previewed intention to lower a grant, with its letter and the last day to respond (Awb 4:8). The
 * grant stays in force. Sending twice sends one. Refused when the concept was rewritten or is about an earlier
 * decision. Throws NotFound.
 */
export async function intendLowering(
  actor: Staff,
  seen: { applicationId: string; version: number; conceptId: string } & ShownOn,
): Promise<Result<{ intentionId: string }, LoweringRefusal | Rewritten | DayTurned>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockToLower(tx, actor, seen);
    if (!locked.ok) return locked;
    const { id, organisationId, version } = locked.value;
    const { conceptId } = seen;
    const told = and(eq(intentions.id, conceptId), eq(intentions.applicationId, id));
    if ((await tx.select({ id: intentions.id }).from(intentions).where(told)).length > 0)
      return ok({ intentionId: conceptId });
    const written = { applicationId: id, kind: "intended_lowering" as const, conceptId };
    const concept = await lookedOver(tx, { ...written, shownOn: seen.shownOn, now });
    if (!concept.ok) return concept;
    const { grounds, explanation, untilOn, kept } = concept.value;
    if (concept.value.version !== version) return refuse({ reason: "rewritten" });
    const keep = kept.map(({ trajectory }) => trajectory);
    const may = await mayTell(tx, locked.value, { keep, amounts: kept, untilOn }, dayOf(now));
    if (!may.ok) return may;
    await tx.insert(intentions).values({
      ...{ id: conceptId, kind: "lowering", organisationId, grounds, explanation, untilOn, kept },
      applicationId: id,
      applicationVersion: version,
      intendedBy: actor.personId,
    });
    await forgetConcept(tx, written);
    await recordEvent(tx, actor, {
      ...{ type: "lowering.intend", stream: `application:${id}` },
      ...{ organisationId, applicationId: id, payload: { grounds, kept, untilOn } },
    });
    await enqueueLetter(tx, { kind: "intended_lowering", applicationId: id, about: conceptId });
    return ok({ intentionId: conceptId });
  });
}
