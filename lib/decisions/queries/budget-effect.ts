import "server-only";
import { readAs } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { allocate, budgetEffect, type CeilingReached, type LineEffect } from "@/lib/budget/allocation";
import { ceilingOf } from "@/lib/budget/ceiling";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { dayOf } from "@/lib/dates";
import type { Cents } from "@/lib/money";
import { ceilingPolicyOf, partThatFits } from "@/lib/order/ceiling-policy";
import { type AwardLine, awardTotal } from "@/lib/schemes/award";

export type GrantEffect = {
  year: number;
  lines: LineEffect[];
  refusal?: CeilingReached;
  /** The amount that still fits when not all of it does, in cents. */
  part?: Cents;
};

type Asked = Parameters<typeof ceilingOf>[0] & { rulesVersion: string; submittedAt: Date };

/** The effect of granting this award today on each budget line, or why it does not fit. Takes no lock. */
export function grantEffect(actor: Staff, asked: Asked, award: readonly AwardLine[]): Promise<GrantEffect> {
  return readAs(actor, async (tx, now) => {
    const today = dayOf(now);
    const { lineId: leaf, year } = asked;
    const lines = await readCeilings(tx, ceilingOf(asked), asked.submittedAt);
    const entries = allocate(award, leaf, lines, today);
    if (entries.ok) return { year, lines: budgetEffect(entries.value, lines, today) };
    const { lastInRank } = ceilingPolicyOf(asked.rulesVersion);
    const part = awardTotal(partThatFits(award, leaf, lines, today, lastInRank));
    return { year, lines: budgetEffect([], lines, today), refusal: entries.refusal, part };
  });
}
