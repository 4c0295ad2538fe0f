import { afterBooking, type LineYear, roomOn } from "@/lib/budget/allocation";
import type { Day } from "@/lib/day";
import { type Cents, cents } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";
import { awardTotal, linesOf, trajectoriesIn } from "@/lib/schemes/award";

/**
 * The amount booked for one trajectory on one line, in cents; all of them are what the ledger holds for an application.
 * An `objection` is booked past the ceiling (Awb 4:25(3)).
 */
export type Booked = {
  lineId: string;
  year: number;
  trajectory: number;
  kind: "commitment" | "objection";
  amountCents: number;
};
export type Posting = { lineId: string; year: number; trajectory: number; amountCents: Cents } & {
  kind: "commitment" | "release" | "objection";
};
type Budget = { leaf: string; year: number; ceilings: readonly LineYear[]; today: Day };

const sumOf = (rows: readonly { amountCents: number }[]) =>
  rows.reduce((sum, { amountCents }) => sum + amountCents, 0);

/**
 * The postings after which each trajectory has booked what these lines say. First releases; then what is missing, on
 * the earmark and the scheme's own line as far as there is room, and the rest past the ceiling.
 */
export function postingsFor(
  booked: readonly Booked[],
  lines: readonly AwardLine[],
  budget: Budget,
): Posting[] {
  const { leaf, year, today } = budget;
  const releases = releasesFor(booked, lines, leaf);
  const onCeiling = releases.filter(({ kind }) => kind === "release");
  let tree = afterBooking(budget.ceilings, onCeiling.map(toEntry), today);
  const added = trajectoriesIn(lines).flatMap((trajectory): Posting[] => {
    const own = linesOf(lines, trajectory);
    const earmark = tree.find(({ parent, earmark }) => parent === leaf && earmark === own[0]?.track);
    let missing = awardTotal(own) - sumOf(booked.filter((row) => row.trajectory === trajectory));
    const posted: Posting[] = [];
    for (const lineId of earmark ? [earmark.line, leaf] : [leaf]) {
      const amount = Math.min(missing, roomOn(tree, lineId, today));
      if (amount <= 0) continue;
      const posting = { lineId, year, trajectory, amountCents: cents(amount), kind: "commitment" as const };
      tree = afterBooking(tree, [toEntry(posting)], today);
      missing -= amount;
      posted.push(posting);
    }
    if (missing > 0)
      posted.push({ lineId: leaf, year, trajectory, amountCents: cents(missing), kind: "objection" });
    return posted;
  });
  return [...releases, ...added];
}

/** What these postings add past the ceiling in all; below zero when they take it back. */
export const beyondCeiling = (postings: readonly Posting[]): Cents =>
  cents(sumOf(postings.filter(({ kind }) => kind === "objection")));

/**
 * The releases after which no trajectory has more booked than these lines say. Money past the ceiling goes first, then
 * the general part, then the women's earmark.
 */
function releasesFor(booked: readonly Booked[], lines: readonly AwardLine[], leaf: string): Posting[] {
  const order = ({ kind, lineId }: Booked) => (kind === "objection" ? 0 : lineId === leaf ? 1 : 2);
  return trajectoriesIn(booked).flatMap((number) => {
    const own = booked.filter(({ trajectory }) => trajectory === number);
    let excess = sumOf(own) - awardTotal(linesOf(lines, number));
    return [...own]
      .sort((a, b) => order(a) - order(b))
      .flatMap(({ kind, lineId, year, amountCents }): Posting[] => {
        const freed = Math.min(excess, amountCents);
        if (freed <= 0) return [];
        excess -= freed;
        const posted = { lineId, year, trajectory: number, amountCents: cents(-freed) };
        return [{ ...posted, kind: kind === "objection" ? "objection" : "release" }];
      });
  });
}

const toEntry = ({ lineId, amountCents }: Posting) => ({ line: lineId, amountCents });
