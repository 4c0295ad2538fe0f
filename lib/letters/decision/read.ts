import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, decisions, proposals } from "@/db/schema";
import type { StoredDraft } from "@/lib/answers/draft";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { objectionDeadline, payBy } from "@/lib/calendar/terms";
import { type Day, dayOf } from "@/lib/dates";
import { heardOnLowering } from "@/lib/decisions/hearing";
import type { Content } from "@/lib/decisions/partial-award";
import { intentionsOf } from "@/lib/decisions/queries/heard-on";
import { decisionBefore, newestDecision, wasReconsidered } from "@/lib/decisions/queries/newest-decision";
import { replacedBy } from "@/lib/decisions/revision";
import { NotFound } from "@/lib/errors";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { AID_SECTORS } from "@/lib/state-aid/regulations";
import type { LetterDefinition } from "../definition";
import { type Decided, decisionLetter, decisionMail, type Published } from "./letter";

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
    const published = { objectUntil, payBy: payBy(today), ...(await asFiled(tx, application.id)) };
    return { letter: decisionLetter(application, written, published), objectUntil };
  },
  mail: decisionMail,
};

/** The facts of the filed answers that the letter of a grant repeats. Throws NotFound. */
async function asFiled(tx: Tx, id: string): Promise<Pick<Published, "accountEnd" | "sector">> {
  const [row] = await tx
    .select({ answers: applications.answers })
    .from(applications)
    .where(eq(applications.id, id));
  if (!row) throw new NotFound(`application ${id}`);
  const { bank, stateAid } = await unseal<StoredDraft>(row.answers, answersOfApplication(id));
  const sector = AID_SECTORS.find((known) => known === stateAid?.aidSector) ?? "general";
  return {
    accountEnd: String(bank?.iban ?? "")
      .replaceAll(" ", "")
      .slice(-4),
    sector,
  };
}

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
