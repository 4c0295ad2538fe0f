import { allocate, type LineYear } from "@/lib/budget/allocation";
import type { Day } from "@/lib/dates";
import { cents } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";
import { awardOfOnly } from "@/lib/schemes/award";

/**
 * What becomes of the last one in rank when the ceiling leaves less than he asks. Subsidy is refused in so far as it
 * would pass the ceiling (Awb 4:25(2)): what fits is granted, in whole trajectories or to the last cent.
 */
export type LastInRank = "trajectories" | "amount";
type Policy = { lastInRank: LastInRank; source: string; kind: "regulation" | "assumption" };

const WHOLE: Policy = {
  lastInRank: "trajectories",
  source: "Aanname van dit portaal: een half begeleidingstraject helpt niemand",
  kind: "assumption",
};
const UNKNOWN: Policy = {
  lastInRank: "amount",
  source: "Awb 4:25(2); er is nog geen regeling voor startbanen gepubliceerd",
  kind: "assumption",
};

const POLICIES: Readonly<Record<string, Policy>> = {
  "werkgeverssubsidie-2025": WHOLE,
  "werkgeverssubsidie-2026": WHOLE,
  "startbaan-2026": UNKNOWN,
};

/** What a version of the rules says of the last in rank; whole trajectories when it says nothing. */
export const ceilingPolicyOf = (rulesVersion: string): Policy => POLICIES[rulesVersion] ?? WHOLE;

/**
 * The part of an award that the ceilings still have room for, as lines in order of trajectory; empty when nothing
 * fits. With `amount` each trajectory in order gets as much of its own amount as there is, its last lines cut first,
 * unless whole trajectories come to more.
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
    const isRoomFor = (amount: number) => allocate([...cut, ...upTo(group, amount)], leaf, lines, today).ok;
    cut.push(...upTo(group, most(isRoomFor, sumOf(group))));
  }
  return sumOf(cut) > sumOf(granted) ? cut : granted;
}

const sumOf = (lines: readonly AwardLine[]) => lines.reduce((sum, { amountCents }) => sum + amountCents, 0);

/** The lines as far as an amount goes, in cents; a line of which nothing is left is gone. */
function upTo(lines: readonly AwardLine[], amount: number): AwardLine[] {
  let left = amount;
  return lines.flatMap((line) => {
    const amountCents = cents(Math.min(line.amountCents, left));
    left -= amountCents;
    return amountCents > 0 ? [{ ...line, amountCents }] : [];
  });
}

/** The highest whole number up to `limit` that still holds, when every lower one holds too; 0 always does. */
function most(holds: (n: number) => boolean, limit: number): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
