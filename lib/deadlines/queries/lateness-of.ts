import "server-only";
import { and, asc, eq, gte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decisions, defaultNotices, delayNotices } from "@/db/schema";
import type { Day } from "@/lib/dates";

export type Delay = { id: string; dueOn: Day; expectedOn: Day; reason: string; toldAt: Date };
/** A notice of default, with the day of the decision, if any. */
export type Notice = { receivedOn: Day; recordedAt: Date; decidedOn?: Day };
export type Lateness = { delays: Delay[]; notice: Notice | undefined };

/** Notices of delay and of default of an application, as far as the actor may see them. */
export async function latenessOf(tx: Tx, applicationId: string): Promise<Lateness> {
  const delays = await tx
    .select({
      id: delayNotices.id,
      dueOn: delayNotices.dueOn,
      expectedOn: delayNotices.expectedOn,
      reason: delayNotices.reason,
      toldAt: delayNotices.toldAt,
    })
    .from(delayNotices)
    .where(eq(delayNotices.applicationId, applicationId))
    .orderBy(asc(delayNotices.toldAt));
  return { delays, notice: await noticeOf(tx, applicationId) };
}

async function noticeOf(tx: Tx, applicationId: string): Promise<Notice | undefined> {
  const [notice] = await tx
    .select({ receivedOn: defaultNotices.receivedOn, recordedAt: defaultNotices.recordedAt })
    .from(defaultNotices)
    .where(eq(defaultNotices.applicationId, applicationId));
  if (!notice) return undefined;
  const [decision] = await tx
    .select({ decidedOn: decisions.decidedOn })
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), gte(decisions.decidedOn, notice.receivedOn)))
    .orderBy(asc(decisions.applicationVersion))
    .limit(1);
  return { ...notice, ...decision };
}
