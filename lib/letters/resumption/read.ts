import "server-only";
import { and, eq } from "drizzle-orm";
import { suspensions } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import type { LetterDefinition } from "../definition";
import { toldOf } from "../suspension/read";
import { type Resumed, resumptionLetter, resumptionMail } from "./letter";

export const resumption: LetterDefinition<Resumed> = {
  async find(tx, { id }, about) {
    const [row] = await tx
      .select({
        startedOn: suspensions.startedOn,
        endedOn: suspensions.endedOn,
        ground: suspensions.ground,
      })
      .from(suspensions)
      .where(and(eq(suspensions.applicationId, id), eq(suspensions.id, about)));
    if (!row?.endedOn) throw new NotFound(`suspension ${about} of ${id} that ended`);
    const { startedOn, endedOn, ground } = row;
    const { dueOn, by } = await toldOf(tx, id, "suspension.end", about);
    const waited = by === "employer" ? ("stopped" as const) : ("money" as const);
    const content = { startedOn, endedOn, dueOn, ...(ground === "wait" && { waited }) };
    return { content, writtenOn: endedOn };
  },
  compose: async (_tx, application, written) => ({ letter: resumptionLetter(application, written) }),
  mail: resumptionMail,
};
