import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { enqueueLetter } from "@/db/outbox";
import { defaultNotices } from "@/db/schema";
import type { Employer, Staff } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import type { Day } from "@/lib/dates";
import { type DefaultRefusal, defaultRefusal } from "@/lib/deadlines/default-notice";
import { isUndecided } from "@/lib/decisions/undecided";
import { NotFound } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";

export type NoticeRefusal = DefaultRefusal | { reason: "decided-already" };

/** Keeps the one notice of an application, with its event and the letter that confirms it. The caller holds the lock. */
export async function keepDefaultNotice(
  tx: Tx,
  actor: Employer | Staff,
  { id, state, organisationId, dueOn }: ApplicationRow,
  { receivedOn, today }: { receivedOn: Day; today: Day },
): Promise<Result<{ noticeId: string }, NoticeRefusal>> {
  const [kept] = await tx
    .select({ id: defaultNotices.id })
    .from(defaultNotices)
    .where(eq(defaultNotices.applicationId, id));
  if (kept) return ok({ noticeId: kept.id });
  if (state === "draft" || !dueOn) throw new NotFound(`filed application ${id}`);
  if (!isUndecided(state)) return refuse({ reason: "decided-already" });
  const refusal = defaultRefusal(receivedOn, { dueOn, today });
  if (refusal) return refuse(refusal);
  const [notice] = await tx
    .insert(defaultNotices)
    .values({ applicationId: id, organisationId, receivedOn, recordedBy: actor.personId })
    .returning({ id: defaultNotices.id });
  if (!notice) throw new Error("no notice was kept");
  await recordEvent(tx, actor, {
    type: actor.kind === "employer" ? "default.give" : "default.enter",
    stream: `application:${id}`,
    organisationId,
    applicationId: id,
    payload: { receivedOn, dueOn },
  });
  await enqueueLetter(tx, { kind: "default_notice", applicationId: id, about: notice.id });
  return ok({ noticeId: notice.id });
}
