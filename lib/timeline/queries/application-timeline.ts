import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, letters } from "@/db/schema";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { suspensionsOf } from "@/lib/calendar/queries/suspensions";
import { newestRequest } from "@/lib/completion/commands/open-request";
import { type Day, dayOf } from "@/lib/dates";
import { latenessOf } from "@/lib/deadlines/queries/lateness-of";
import { type IntentionKind, isOpen } from "@/lib/decisions/hearing";
import { intentionsOf } from "@/lib/decisions/queries/heard-on";
import type { TimelineFacts } from "@/lib/timeline/timeline";
import type { State } from "@/lib/vocabulary/lifecycle";

type Filed = { id: string; state: Exclude<State, "draft">; dueOn: Day };

/** The facts of a timeline, as far as this transaction's actor may see them. */
export async function timelineFactsOf(
  tx: Tx,
  { id, state, dueOn }: Filed,
  now: Date,
): Promise<TimelineFacts> {
  return {
    state,
    events: await whatHappened(tx, id),
    suspensions: (await suspensionsOf(tx, [id], dayOf(now)))(id),
    equated: await readEquatedDays(tx),
    lateness: await latenessOf(tx, id),
    completeBy: state === "completion_requested" ? (await newestRequest(tx, id))?.dueOn : undefined,
    respondBy: (await intentionsOf(tx, id)).find((each) => isOpen(each) && isAsked(each, state))?.untilOn,
    dueOn,
    objectUntil: await objectUntilOf(tx, id),
    today: dayOf(now),
  };
}

/** An intended refusal is open in its own state only, an intended lowering while the grant stands. */
const isAsked = ({ kind }: { kind: IntentionKind }, state: State): boolean =>
  kind === "lowering" || state === "refusal_intended";

const whatHappened = (tx: Tx, applicationId: string) =>
  tx
    .select({ type: events.type, at: events.at })
    .from(events)
    .where(eq(events.stream, `application:${applicationId}`))
    .orderBy(asc(events.number));

async function objectUntilOf(tx: Tx, applicationId: string): Promise<Day | undefined> {
  const [letter] = await tx
    .select({ objectUntil: letters.objectUntil })
    .from(letters)
    .where(and(eq(letters.applicationId, applicationId), eq(letters.kind, "decision")))
    .orderBy(desc(letters.publishedAt))
    .limit(1);
  return letter?.objectUntil ?? undefined;
}
