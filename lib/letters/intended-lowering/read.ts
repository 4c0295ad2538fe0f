import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decisions, intentions } from "@/db/schema";
import { dayOf } from "@/lib/dates";
import { isOpen } from "@/lib/decisions/hearing";
import { amountsOf } from "@/lib/decisions/revision";
import { NotFound } from "@/lib/errors";
import type { LetterDefinition } from "../definition";
import { type IntendedLowering, intendedLoweringLetter, intendedLoweringMail } from "./letter";

export const intendedLowering: LetterDefinition<IntendedLowering> = {
  async find(tx, { id }, about) {
    const [intention] = await tx
      .select()
      .from(intentions)
      .where(and(eq(intentions.applicationId, id), eq(intentions.id, about)));
    if (!intention?.kept) throw new NotFound(`intention ${about} for ${id}`);
    const { kept, applicationVersion: version, intendedAt } = intention;
    const content = { ...intention, kept, version, isOver: !isOpen(intention) };
    return { content, writtenOn: dayOf(intendedAt) };
  },
  async compose(tx, application, written) {
    const effect = await effectOf(tx, application.id, written.content);
    return { letter: intendedLoweringLetter(application, written, effect) };
  },
  mail: intendedLoweringMail,
};

/** The decision on this version, and what would be left of it. Throws NotFound. */
async function effectOf(tx: Tx, applicationId: string, { version }: IntendedLowering) {
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), eq(decisions.applicationVersion, version)));
  if (!decision) throw new NotFound(`decision ${version} on ${applicationId}`);
  return {
    decidedOn: decision.decidedOn,
    fromCents: decision.amountCents,
    before: amountsOf(decision.lines),
  };
}
