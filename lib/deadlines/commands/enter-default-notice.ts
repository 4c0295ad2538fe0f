import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { forgetConcept, lookedOver } from "@/lib/concepts/commands/concept";
import type { Rewritten } from "@/lib/concepts/concept";
import type { DayTurned, ShownOn } from "@/lib/concepts/shown-date";
import { dayOf } from "@/lib/dates";
import { ok, type Result } from "@/lib/result";
import { keepDefaultNotice, noticeOf } from "./keep-default-notice";
import { lockToEnter, type WriteNoticeRefusal } from "./write-default-notice";

export type EnterNoticeRefusal = WriteNoticeRefusal | Rewritten | DayTurned;

/**
 * A reviewer enters a notice of default that came by post, with its day of receipt, after previewing the confirmation,
 * which is sent. Entering twice gives one notice of the present term. Refused as for the employer, and when the concept was rewritten.
 * Throws NotFound.
 */
export const enterDefaultNotice = (
  actor: Staff,
  { applicationId, conceptId, shownOn }: { applicationId: string; conceptId: string } & ShownOn,
): Promise<Result<{ noticeId: string }, EnterNoticeRefusal>> =>
  asActor(actor, async (tx, now) => {
    const locked = await lockToEnter(tx, actor, applicationId);
    if (!locked.ok) return locked;
    const kept = await noticeOf(tx, locked.value);
    if (kept) return ok(kept);
    const written = { applicationId, kind: "default_notice" as const, conceptId };
    const concept = await lookedOver(tx, { ...written, shownOn, now });
    if (!concept.ok) return concept;
    const when = { receivedOn: concept.value.receivedOn, today: dayOf(now) };
    const entered = await keepDefaultNotice(tx, actor, locked.value, when);
    if (entered.ok) await forgetConcept(tx, written);
    return entered;
  });
