import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decisions, proposals } from "@/db/schema";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { objectionDeadline } from "@/lib/calendar/terms";
import { type Day, dayOf } from "@/lib/dates";
import { heardOnLowering } from "@/lib/decisions/hearing";
import type { Content } from "@/lib/decisions/partial-award";
import { intentionsOf } from "@/lib/decisions/queries/heard-on";
import { decisionBefore, newestDecision, wasReconsidered } from "@/lib/decisions/queries/newest-decision";
import { replacedBy } from "@/lib/decisions/revision";
import { NotFound } from "@/lib/errors";
import type { LetterDefinition } from "../definition";
import { type Decided, decisionLetter, decisionMail } from "./letter";

export const decision: LetterDefinition<Decided> = {
  async find(tx, { id }, about) {
    const [row] = await tx
      .select({ decision: decisions, askedOn: proposals.askedOn })
      .from(decisions)
      .innerJoin(proposals, eq(proposals.id, decisions.proposalId))
      .where(and(eq(decisions.applicationId, id), eq(decisions.applicationVersion, Number(about))));
    if (!row) throw new NotFound(`decision ${about} on ${id}`);
    const last = await decisionBefore(tx, id, row.decision.applicationVersion);
    const content = await inPlaceOf(tx, id, last, { ...row.decision, askedOn: row.askedOn });
    return { content, writtenOn: row.decision.decidedOn };
  },
  async compose(tx, application, written, today) {
    const objectUntil = objectionDeadline(today, await readEquatedDays(tx));
    return { letter: decisionLetter(application, written, objectUntil), objectUntil };
  },
  mail: decisionMail,
};

type Proposed = Content & { askedOn?: Day | null };

/** The letter of a decision with this content, today. */
export const decidedToday = async (tx: Tx, id: string, content: Proposed): Promise<Decided> =>
  inPlaceOf(tx, id, await newestDecision(tx, id), content);

async function inPlaceOf(
  tx: Tx,
  id: string,
  last: Awaited<ReturnType<typeof newestDecision>>,
  content: Proposed,
): Promise<Decided> {
  if (last && (await wasReconsidered(tx, id, last.applicationVersion)))
    return { ...content, reconsiders: last.decidedOn };
  const heard = last && (await hearingOn(tx, id, last.applicationVersion));
  return { ...content, replaces: replacedBy(last, content), heard };
}

/** The days of the intended lowering of this version and of the response; undefined without an intention. */
async function hearingOn(tx: Tx, id: string, version: number): Promise<Decided["heard"]> {
  const heard = heardOnLowering(await intentionsOf(tx, id), version);
  if (!heard) return undefined;
  const { intendedAt, respondedAt } = heard;
  return { toldOn: dayOf(intendedAt), ...(respondedAt && { respondedOn: dayOf(respondedAt) }) };
}
