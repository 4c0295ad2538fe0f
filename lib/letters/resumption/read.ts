import "server-only";
import { and, eq } from "drizzle-orm";
import { suspensions } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import type { LetterDefinition } from "../definition";
import { dueOnTold } from "../suspension/read";
import { type Resumed, resumptionLetter, resumptionMail } from "./letter";

export const resumption: LetterDefinition<Resumed> = {
  async find(tx, { id }, about) {
    const [row] = await tx
      .select({ startedOn: suspensions.startedOn, endedOn: suspensions.endedOn })
      .from(suspensions)
      .where(and(eq(suspensions.applicationId, id), eq(suspensions.id, about)));
    if (!row?.endedOn) throw new NotFound(`suspension ${about} of ${id} that ended`);
    const { startedOn, endedOn } = row;
    const dueOn = await dueOnTold(tx, id, "suspension.end", about);
    return { content: { startedOn, endedOn, dueOn }, writtenOn: endedOn };
  },
  compose: async (_tx, application, written) => ({ letter: resumptionLetter(application, written) }),
  mail: resumptionMail,
};
