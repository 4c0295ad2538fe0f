import "server-only";
import { and, eq } from "drizzle-orm";
import { delayNotices } from "@/db/schema";
import { dayOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import type { LetterDefinition } from "../definition";
import { type Delay, delayLetter, delayMail } from "./letter";

export const delayNotice: LetterDefinition<Delay> = {
  async find(tx, { id }, about) {
    const [delay] = await tx
      .select()
      .from(delayNotices)
      .where(and(eq(delayNotices.applicationId, id), eq(delayNotices.id, about)));
    if (!delay) throw new NotFound(`notice of delay ${about} for ${id}`);
    return { content: delay, writtenOn: dayOf(delay.toldAt) };
  },
  compose: async (_tx, application, written) => ({ letter: delayLetter(application, written) }),
  mail: delayMail,
};
