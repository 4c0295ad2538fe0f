import "server-only";
import { and, eq } from "drizzle-orm";
import { defaultNotices } from "@/db/schema";
import { dayOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import type { LetterDefinition } from "../definition";
import { type DefaultNotice, defaultNoticeLetter, defaultNoticeMail } from "./letter";

export const defaultNotice: LetterDefinition<DefaultNotice> = {
  async find(tx, { id }, about) {
    const [notice] = await tx
      .select()
      .from(defaultNotices)
      .where(and(eq(defaultNotices.applicationId, id), eq(defaultNotices.id, about)));
    if (!notice) throw new NotFound(`notice of default ${about} for ${id}`);
    return { content: notice, writtenOn: dayOf(notice.recordedAt) };
  },
  compose: async (_tx, application, written) => ({ letter: defaultNoticeLetter(application, written) }),
  mail: defaultNoticeMail,
};
