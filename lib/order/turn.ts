import { freeCents, type LineYear } from "@/lib/budget/allocation";
import type { Day } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";

/**
 * Order of treatment (Awb 4:26). Money goes to the day that came first; the day on which requests cross what is free
 * is drawn by lot, and then to the lot that came first. A later one is granted only when all who stand before it, and
 * all equals of its own day, can still have everything they asked. Money reserved for women counts for women only.
 */
export type Mix = { generalCents: Cents; womenCents: Cents };
export type Claims = Mix & { count: number };

/** Undecided applications of the same scheme: those that go first, and those of the same day as long as it is undrawn. */
export type Queue = { ahead: Claims & { firstDay: Day | null }; equals: Claims };

/** A line of the tree that a scheme books on, with its earmarks and ancestors, as they stand. */
export type Purse = { leaf: string; lines: readonly LineYear[] };

type Waiting = { count: number; claimedCents: Cents; freeCents: Cents };
export type OutOfTurn =
  | (Waiting & { reason: "would-overtake"; firstDay: Day })
  | (Waiting & { reason: "needs-draw"; day: Day })
  | WindowOpen;

/** Its window is divided by lot, and can still be filed in until this day is over. */
export type WindowOpen = { reason: "window-open"; day: Day };

/** What an award takes of both kinds of money, in cents. */
export const mixOf = (lines: readonly Pick<AwardLine, "track" | "amountCents">[]): Mix => {
  const of = (women: boolean) =>
    cents(
      lines
        .filter(({ track }) => (track === "women") === women)
        .reduce((sum, line) => sum + line.amountCents, 0),
    );
  return { generalCents: of(false), womenCents: of(true) };
};

/** The same amount as if nothing of it could come from what is reserved for women: what asks most. */
export const asGeneral = (mix: Mix): Mix => ({ generalCents: total(mix), womenCents: cents(0) });

const plus = (a: Mix, b: Mix): Mix => ({
  generalCents: cents(a.generalCents + b.generalCents),
  womenCents: cents(a.womenCents + b.womenCents),
});
const total = (mix: Mix): Cents => cents(mix.generalCents + mix.womenCents);

export const leafIn = ({ leaf, lines }: Purse) => lines.find(({ line }) => line === leaf);
/** The lines that its money is a part of, up to the top. */
export const above = ({ leaf, lines }: Purse) =>
  lines.filter(({ line, earmark }) => line !== leaf && earmark === null);

/**
 * Whether all of it fits at once: women's requests first on what is reserved for them, then on the general part. The
 * same rule over sums of a query is `lib/order/queries/fits.ts`; `fits.db.test.ts` compares the two.
 */
export function fitsTogether(mix: Mix, purse: Purse): boolean {
  const leaf = leafIn(purse);
  if (!leaf) return false;
  const general = mix.generalCents + Math.max(0, mix.womenCents - leaf.reservedCents);
  return general <= freeCents(leaf) && above(purse).every((line) => total(mix) <= freeCents(line));
}

/** Whether the others can still have all they asked once this is granted; nobody before it means no one to overtake. */
function leavesRoom(mine: Mix, others: Claims, purse: Purse): boolean {
  return others.count === 0 || fitsTogether(plus(mine, others), purse) || onlyReserved(mine, others, purse);
}

/** It takes nothing but money reserved for women, with enough of it for the women before it. */
function onlyReserved(mine: Mix, others: Mix, purse: Purse): boolean {
  const leaf = leafIn(purse);
  if (!leaf || mine.generalCents > 0) return false;
  const most = leaf.ceilingCents - leaf.committedCents;
  return (
    mine.womenCents + others.womenCents <= leaf.reservedCents &&
    above(purse).every((line) => most <= freeCents(line))
  );
}

/**
 * Whether an application of this day may be granted this now. Refused as `would-overtake` when those ahead could still
 * use what is free, as `needs-draw` when its own undrawn day could: counts and amounts (cents) say how many and how much.
 */
export function turnOf(mine: Mix, day: Day, { ahead, equals }: Queue, purse: Purse): Result<true, OutOfTurn> {
  const leaf = leafIn(purse);
  const free = leaf ? cents(freeCents(leaf) + leaf.reservedCents) : cents(0);
  const waiting = ({ count, ...mix }: Claims) => ({ count, claimedCents: total(mix), freeCents: free });
  if (!leavesRoom(mine, ahead, purse))
    return refuse({ reason: "would-overtake", firstDay: ahead.firstDay ?? day, ...waiting(ahead) });
  const all = { count: ahead.count + equals.count, ...plus(ahead, equals) };
  if (equals.count > 0 && !leavesRoom(mine, all, purse))
    return refuse({ reason: "needs-draw", day, ...waiting(equals) });
  return ok(true);
}

/**
 * First day up to which all that is asked no longer fits, days in ascending order; undefined when everything fits.
 * `purseOf` gives the ceilings as they count for who filed by that day.
 */
export function crossingDay<D extends Claims & { day: Day }>(
  days: readonly D[],
  purseOf: (day: Day) => Purse,
): D | undefined {
  let asked: Mix = { generalCents: cents(0), womenCents: cents(0) };
  return days.find((day) => {
    asked = plus(asked, day);
    return !fitsTogether(asked, purseOf(day.day));
  });
}
