import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { allocate, budgetEffect, type CeilingReached, type LineEffect } from "@/lib/budget/allocation";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { dayOf, yearOf } from "@/lib/dates";
import { type AwardLine, leafOf, type Scheme } from "@/lib/schemes/scheme";

export type GrantEffect = { year: number; lines: LineEffect[]; refusal?: CeilingReached };

/**
 * What granting this award today to who filed at that moment would do to each budget line, or why it does not fit.
 * Looks only: it holds nothing.
 */
export function grantEffect(
  actor: Staff,
  scheme: Scheme,
  award: readonly AwardLine[],
  filedAt: Date,
): Promise<GrantEffect> {
  return asActor(actor, async (tx, now) => {
    const today = dayOf(now);
    const year = yearOf(today);
    const leaf = leafOf(scheme);
    const lines = await readCeilings(tx, leaf, year, filedAt);
    const entries = allocate(award, leaf, lines, today);
    if (!entries.ok) return { year, lines: budgetEffect([], lines, today), refusal: entries.refusal };
    return { year, lines: budgetEffect(entries.value, lines, today) };
  });
}
