import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema";
import type { State } from "@/lib/applications/lifecycle";
import type { Course } from "@/lib/applications/timeline";
import { newestRequest } from "@/lib/completion/commands/open-request";
import { suspensionsOf } from "@/lib/completion/queries/terms";
import { dayOf } from "@/lib/dates";
import { readEquatedDays } from "@/lib/deadlines/queries/equated-days";
import { latenessOf } from "@/lib/deadlines/queries/lateness-of";

type Filed = { id: string; state: Exclude<State, "draft"> };
type Window = { closesAt: Date; decisionWeeks: number };

/** What a timeline is made of, as far as this transaction's actor may see it. */
export async function courseOf(tx: Tx, { id, state }: Filed, window: Window, now: Date): Promise<Course> {
  return {
    state,
    events: await whatHappened(tx, id),
    suspensions: (await suspensionsOf(tx, [id], dayOf(now)))(id),
    equated: await readEquatedDays(tx),
    lateness: await latenessOf(tx, id),
    completeBy: state === "completion_requested" ? (await newestRequest(tx, id))?.dueOn : undefined,
    windowClosesOn: dayOf(window.closesAt),
    decisionWeeks: window.decisionWeeks,
    today: dayOf(now),
  };
}

const whatHappened = (tx: Tx, applicationId: string) =>
  tx
    .select({ type: events.type, at: events.at })
    .from(events)
    .where(eq(events.applicationId, applicationId))
    .orderBy(asc(events.number));
