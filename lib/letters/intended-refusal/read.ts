import "server-only";
import { and, eq } from "drizzle-orm";
import { intentions } from "@/db/schema";
import { dayOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import type { LetterDefinition } from "../definition";
import { type IntendedRefusal, intendedRefusalLetter, intendedRefusalMail } from "./letter";

export const intendedRefusal: LetterDefinition<IntendedRefusal> = {
  async find(tx, { id }, about) {
    const [intention] = await tx
      .select()
      .from(intentions)
      .where(
        and(
          eq(intentions.applicationId, id),
          eq(intentions.applicationVersion, Number(about)),
          eq(intentions.kind, "refusal"),
        ),
      );
    if (!intention) throw new NotFound(`intention ${about} for ${id}`);
    return { content: intention, writtenOn: dayOf(intention.intendedAt) };
  },
  compose: async (_tx, application, written) => ({ letter: intendedRefusalLetter(application, written) }),
  mail: intendedRefusalMail,
};
