import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { events, suspensions } from "@/db/schema";
import type { Day } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import type { LetterDefinition } from "../definition";
import { type WaitQuestion, waitQuestionLetter, waitQuestionMail } from "./letter";

/** It is about the suspension with the ground `wait` that runs out. */
export const waitQuestion: LetterDefinition<WaitQuestion> = {
  async find(tx, { id }, about) {
    const [row] = await tx
      .select({ askedOn: suspensions.askedOn, endsOn: sql<Day>`${events.payload} ->> 'endsOn'` })
      .from(suspensions)
      .innerJoin(
        events,
        and(
          eq(events.applicationId, suspensions.applicationId),
          eq(events.type, "suspension.ask"),
          sql`${events.payload} ->> 'suspensionId' = ${suspensions.id}::text`,
        ),
      )
      .where(and(eq(suspensions.applicationId, id), eq(suspensions.id, about)));
    if (!row?.askedOn) throw new NotFound(`question about consent ${about} of ${id}`);
    return { content: { endsOn: row.endsOn }, writtenOn: row.askedOn };
  },
  compose: async (_tx, application, written) => ({ letter: waitQuestionLetter(application, written) }),
  mail: waitQuestionMail,
};
