import "server-only";
import { and, eq } from "drizzle-orm";
import { events } from "@/db/schema";
import { dayOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import type { LetterDefinition } from "../definition";
import { reserveLetter, reserveMail } from "./letter";

/** This kind has no content of its own: all of it is in the application. */
export const reserve: LetterDefinition<null> = {
  async find(tx, { id }, about) {
    const [move] = await tx
      .select({ at: events.at })
      .from(events)
      .where(and(eq(events.applicationId, id), eq(events.applicationVersion, Number(about))));
    if (!move) throw new NotFound(`move ${about} of ${id}`);
    return { content: null, writtenOn: dayOf(move.at) };
  },
  compose: async (_tx, application, written) => ({ letter: reserveLetter(application, written) }),
  mail: reserveMail,
};
