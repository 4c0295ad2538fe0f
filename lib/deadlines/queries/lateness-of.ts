import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, decisions, defaultNotices, delayNotices } from "@/db/schema";
import type { Day } from "@/lib/dates";

export type Delay = { id: string; dueOn: Day; expectedOn: Day; reason: string; toldAt: Date };
/** A notice of default, with the day of the decision, if any. */
export type Notice = { receivedOn: Day; recordedAt: Date; decidedOn?: Day };
export type Lateness = {
  delays: Delay[];
  /** One for each term, the oldest first. */
  notices: Notice[];
  /** That of the present term. */
  notice: Notice | undefined;
};

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
  const notices = await noticesOf(tx, applicationId);
  const present = notices.find(({ isPresent }) => isPresent);
  return { delays, notices, notice: present };
}

/** The notices with the first decision since each, which ends its penalty. */
async function noticesOf(tx: Tx, applicationId: string): Promise<(Notice & { isPresent: boolean })[]> {
  const { receivedOn } = defaultNotices;
  const rows = await tx
    .select({
      receivedOn,
      recordedAt: defaultNotices.recordedAt,
      isPresent: sql<boolean>`${defaultNotices.dueOn} = ${applications.dueOn}`,
      decidedOn: sql<Day | null>`(select min(${decisions.decidedOn})::text from ${decisions}
        where ${decisions.applicationId} = ${defaultNotices.applicationId} and ${decisions.decidedOn} >= ${receivedOn})`,
    })
    .from(defaultNotices)
    .innerJoin(applications, eq(applications.id, defaultNotices.applicationId))
    .where(eq(defaultNotices.applicationId, applicationId))
    .orderBy(asc(receivedOn));
  return rows.map(({ decidedOn, ...notice }) => ({ ...notice, ...(decidedOn && { decidedOn }) }));
}
