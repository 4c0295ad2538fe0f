import { allocate, type LineYear } from "@/lib/budget/allocation";
import type { Day } from "@/lib/dates";
import type { AwardLine } from "@/lib/schemes/award";
import { awardOfOnly, linesUpTo } from "@/lib/schemes/award";
import type { LastInRank } from "@/lib/schemes/parameters";
import { rulesFor } from "@/lib/schemes/rules";

/** The policy of a rules version for the last in rank, with its source. Throws RangeError for an unknown version. */
export function ceilingPolicyOf(rulesVersion: string) {
  const { value: lastInRank, source, kind } = rulesFor(rulesVersion).lastInRank;
  return { lastInRank, source, kind };
}

/**
 * The part of an award that the ceilings still have room for, as lines in order of trajectory; empty when nothing fits.
 * With `amount` each trajectory in order gets as much as there is, its last lines cut first, unless whole trajectories
 * add up to more.
 */
export function partThatFits(
  award: readonly AwardLine[],
  leaf: string,
  lines: readonly LineYear[],
  today: Day,
  lastInRank: LastInRank,
): AwardLine[] {
  const whole = allocate(award, leaf, lines, today);
  if (whole.ok) return [...award];
  if (whole.refusal.reason !== "ceiling-reached") return [];
  const granted = awardOfOnly(award, whole.refusal.fits);
  if (lastInRank === "trajectories") return granted;
  const cut: AwardLine[] = [];
  for (const number of new Set(award.map(({ trajectory }) => trajectory))) {
    const group = award.filter(({ trajectory }) => trajectory === number);
    const isRoomFor = (amount: number) =>
      allocate([...cut, ...linesUpTo(group, amount)], leaf, lines, today).ok;
    cut.push(...linesUpTo(group, most(isRoomFor, sumOf(group))));
  }
  return sumOf(cut) > sumOf(granted) ? cut : granted;
}

const sumOf = (lines: readonly AwardLine[]) => lines.reduce((sum, { amountCents }) => sum + amountCents, 0);

/**
 * The highest whole number up to `limit` for which `holds` is true, if it is true for every lower one; 0 always counts.
 */
function most(holds: (n: number) => boolean, limit: number): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
