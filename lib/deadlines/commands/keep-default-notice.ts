import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { defaultNotices } from "@/db/schema";
import type { Employer, Staff } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import { type DefaultRefusal, defaultRefusal } from "@/lib/calendar/default-notice";
import type { Day } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import { isUndecided } from "@/lib/vocabulary/lifecycle";

export type NoticeRefusal = DefaultRefusal | { reason: "decided-already" };

/** Whether a notice received on this day starts a penalty. Throws NotFound for an application that was never filed. */
export function mayNotify(
  { id, state, dueOn }: Pick<ApplicationRow, "id" | "state" | "dueOn">,
  { receivedOn, today }: { receivedOn: Day; today: Day },
): Result<{ dueOn: Day }, NoticeRefusal> {
  if (state === "draft" || !dueOn) throw new NotFound(`filed application ${id}`);
  if (!isUndecided(state)) return refuse({ reason: "decided-already" });
  const refusal = defaultRefusal(receivedOn, { dueOn, today });
  return refusal ? refuse(refusal) : ok({ dueOn });
}

/** The notice of the present term of an application, when there is one. */
export async function noticeOf(
  tx: Tx,
  { id, dueOn }: Pick<ApplicationRow, "id" | "dueOn">,
): Promise<{ noticeId: string } | undefined> {
  if (!dueOn) return undefined;
  const [kept] = await tx
    .select({ noticeId: defaultNotices.id })
    .from(defaultNotices)
    .where(and(eq(defaultNotices.applicationId, id), eq(defaultNotices.dueOn, dueOn)));
  return kept;
}

/** Stores the one notice of the present term, with its event and the confirmation. The caller holds the lock. */
export async function keepDefaultNotice(
  tx: Tx,
  actor: Employer | Staff,
  application: ApplicationRow,
  when: { receivedOn: Day; today: Day },
): Promise<Result<{ noticeId: string }, NoticeRefusal>> {
  const { id, organisationId } = application;
  const { receivedOn } = when;
  const kept = await noticeOf(tx, application);
  if (kept) return ok(kept);
  const may = mayNotify(application, when);
  if (!may.ok) return may;
  const { dueOn } = may.value;
  const [notice] = await tx
    .insert(defaultNotices)
    .values({ applicationId: id, organisationId, dueOn, receivedOn, recordedBy: actor.personId })
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
