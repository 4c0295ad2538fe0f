import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decisions } from "@/db/schema";
import { dayOf } from "@/lib/dates";
import { heardOnLowering } from "@/lib/decisions/hearing";
import { intentionsOf } from "@/lib/decisions/queries/heard-on";
import { NotFound } from "@/lib/errors";
import { awardTotal } from "@/lib/schemes/award";

/** The decision on this version, and what would be left of it when only these trajectories stay. Throws NotFound. */
export async function whatIsLeft(
  tx: Tx,
  applicationId: string,
  { version, keep }: { version: number; keep: readonly number[] },
) {
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), eq(decisions.applicationVersion, version)));
  if (!decision) throw new NotFound(`decision ${version} on ${applicationId}`);
  const left = decision.lines.filter(({ trajectory }) => keep.includes(trajectory));
  const numbers = [...new Set(decision.lines.map(({ trajectory }) => trajectory))];
  return {
    decidedOn: decision.decidedOn,
    fromCents: decision.amountCents,
    toCents: awardTotal(left),
    dropped: numbers.filter((number) => !keep.includes(number)),
  };
}

/** When we told that we meant to lower the decision on this version, and when the employer responded; undefined if never. */
export async function hearingBefore(tx: Tx, applicationId: string, version: number | undefined) {
  if (version === undefined) return undefined;
  const heard = heardOnLowering(await intentionsOf(tx, applicationId), version);
  if (!heard) return undefined;
  const { intendedAt, respondedAt } = heard;
  return { toldOn: dayOf(intendedAt), ...(respondedAt && { respondedOn: dayOf(respondedAt) }) };
}
