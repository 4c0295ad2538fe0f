import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, events, suspensions } from "@/db/schema";
import { type Day, dayOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import type { LetterDefinition } from "../definition";
import { type Stopped, suspensionLetter, suspensionMail } from "./letter";

export const suspension: LetterDefinition<Stopped> = {
  async find(tx, { id }, about) {
    const [row] = await tx
      .select()
      .from(suspensions)
      .where(and(eq(suspensions.applicationId, id), eq(suspensions.id, about)));
    if (!row) throw new NotFound(`suspension ${about} of ${id}`);
    const { ground, resumesOn, reason, startedAt } = row;
    const { dueOn } = await toldOf(tx, id, "suspension.start", about);
    return { content: { ground, resumesOn, reason, dueOn }, writtenOn: dayOf(startedAt) };
  },
  async compose(tx, application, written) {
    const { content } = written;
    const dueOn = content.dueOn ?? (await dueOnWhenStopped(tx, application.id, content.resumesOn));
    return { letter: suspensionLetter(application, { ...written, content: { ...content, dueOn } }) };
  },
  mail: suspensionMail,
};

/** The last day to decide since this suspension started or ended, and who did that, as its event says. Throws NotFound. */
export async function toldOf(
  tx: Tx,
  id: string,
  type: "suspension.start" | "suspension.end",
  suspensionId: string,
): Promise<{ dueOn: Day; by: string }> {
  const [event] = await tx
    .select({ dueOn: sql<Day>`${events.payload} ->> 'dueOn'`, by: events.actorKind })
    .from(events)
    .where(
      and(
        eq(events.applicationId, id),
        eq(events.type, type),
        sql`${events.payload} ->> 'suspensionId' = ${suspensionId}`,
      ),
    );
  if (!event) throw new NotFound(`${type} ${suspensionId} of ${id}`);
  return event;
}

/** The last day to decide when the term stands still from today until that day. */
async function dueOnWhenStopped(tx: Tx, id: string, resumesOn: Day): Promise<Day> {
  const [row] = await tx
    .select({ dueOn: sql<Day>`last_day_to_decide(${applications}, ${resumesOn}::date)::text` })
    .from(applications)
    .where(eq(applications.id, id));
  if (!row) throw new NotFound(`application ${id}`);
  return row.dueOn;
}
