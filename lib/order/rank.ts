import type { Day } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";

/** Place of one filed application: the day it became complete, then the lot when that day was drawn. */
export type Ranked = {
  id: string;
  rankDay: Day;
  lot: number | null;
  caseNumber: number;
  requestedCents: Cents;
};

/**
 * Order of treatment (Awb 4:26): earlier day first, within a day by lot. Before a draw the applications of one day
 * are equals; the case number then only fixes how they are listed, never who is granted.
 */
export function compareRank(a: Ranked, b: Ranked): number {
  if (a.rankDay !== b.rankDay) return a.rankDay < b.rankDay ? -1 : 1;
  if (a.lot !== b.lot) return (a.lot ?? Number.POSITIVE_INFINITY) - (b.lot ?? Number.POSITIVE_INFINITY);
  return a.caseNumber - b.caseNumber;
}

/** Day whose requests together cross what is free, and so is drawn by lot; undefined when all fits. */
export function crossingDay(applications: readonly Ranked[], freeCents: Cents): Day | undefined {
  let asked = 0;
  for (const application of [...applications].sort(compareRank)) {
    asked += application.requestedCents;
    if (asked > freeCents) return application.rankDay;
  }
  return undefined;
}

/**
 * Whether this application may be granted now without overtaking: all undecided ones of earlier days still fit
 * beside it, and so do those of its own day unless the lot put it before them. `undecided` may hold itself.
 */
export function mayBeGranted(application: Ranked, undecided: readonly Ranked[], freeCents: Cents): boolean {
  const ahead = undecided.filter((other) => other.id !== application.id && isAhead(other, application));
  const claimed = ahead.reduce((sum, other) => sum + other.requestedCents, 0);
  return cents(claimed + application.requestedCents) <= freeCents;
}

function isAhead(other: Ranked, application: Ranked): boolean {
  if (other.rankDay !== application.rankDay) return other.rankDay < application.rankDay;
  if (application.lot === null) return true;
  return other.lot !== null && other.lot < application.lot;
}
