import { freeCents, type LineYear } from "@/lib/budget/allocation";
import type { Day } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";

/**
 * Order of treatment (Awb 4:26). Money goes to the earliest day; the day whose requests cross the free amount is drawn,
 * and then money goes by lot. An application is granted only when all earlier ones, and all of its own undrawn day, can
 * still have what they asked. The women's earmark counts for women's trajectories only.
 */
export type Mix = { generalCents: Cents; womenCents: Cents };
export type Claims = Mix & { count: number };

/** Undecided applications on the same ceiling: the earlier ones, and those of the same day while it is undrawn. */
export type Queue = { ahead: Claims & { firstDay: Day | null }; equals: Claims };

/** The lines that an award on one ceiling counts on, as they are now: `leaf` itself, its earmarks and its ancestors. */
export type Budget = { leaf: string; lines: readonly LineYear[] };

type Waiting = { count: number; claimedCents: Cents; freeCents: Cents };
export type OutOfTurn =
  | (Waiting & { reason: "would-overtake"; firstDay: Day })
  | (Waiting & { reason: "needs-draw"; day: Day })
  | WindowOpen;

/** The window is divided by lot, and takes applications until this day is over. */
export type WindowOpen = { reason: "window-open"; day: Day };

/** The parts of an award on the general and the women's track, in cents. */
export const mixOf = (lines: readonly Pick<AwardLine, "track" | "amountCents">[]): Mix => {
  const of = (women: boolean) =>
    cents(
      lines
        .filter(({ track }) => (track === "women") === women)
        .reduce((sum, line) => sum + line.amountCents, 0),
    );
  return { generalCents: of(false), womenCents: of(true) };
};

/** The same amount as if none of it could use the earmark, which claims most. */
export const asGeneral = (mix: Mix): Mix => ({ generalCents: total(mix), womenCents: cents(0) });

const plus = (a: Mix, b: Mix): Mix => ({
  generalCents: cents(a.generalCents + b.generalCents),
  womenCents: cents(a.womenCents + b.womenCents),
});
const total = (mix: Mix): Cents => cents(mix.generalCents + mix.womenCents);

export const leafIn = ({ leaf, lines }: Budget) => lines.find(({ line }) => line === leaf);
/** The ancestors of the scheme's own line. */
export const above = ({ leaf, lines }: Budget) =>
  lines.filter(({ line, earmark }) => line !== leaf && earmark === null);

/**
 * Whether all of it fits: women's trajectories first on their earmark, then on the general part.
 * `lib/order/queries/fits.ts` is the same rule in SQL; `fits.db.test.ts` compares the two.
 */
export function fitsTogether(mix: Mix, budget: Budget): boolean {
  const leaf = leafIn(budget);
  if (!leaf) return false;
  const general = mix.generalCents + Math.max(0, mix.womenCents - leaf.reservedCents);
  return general <= freeCents(leaf) && above(budget).every((line) => total(mix) <= freeCents(line));
}

/** Whether the others can still have all they asked after this grant; with no others nothing is overtaken. */
function leavesRoom(mine: Mix, others: Claims, budget: Budget): boolean {
  return others.count === 0 || fitsTogether(plus(mine, others), budget) || onlyReserved(mine, others, budget);
}

/** Whether it uses only the earmark, with enough left for the earlier women's trajectories. */
function onlyReserved(mine: Mix, others: Mix, budget: Budget): boolean {
  const leaf = leafIn(budget);
  if (!leaf || mine.generalCents > 0) return false;
  const most = leaf.ceilingCents - leaf.committedCents;
  return (
    mine.womenCents + others.womenCents <= leaf.reservedCents &&
    above(budget).every((line) => most <= freeCents(line))
  );
}

/**
 * Whether an application of this day may be granted this now. Refused as `would-overtake` when earlier ones could use
 * the free amount, as `needs-draw` when its own undrawn day could; with their number and amount in cents.
 */
export function turnOf(
  mine: Mix,
  day: Day,
  { ahead, equals }: Queue,
  budget: Budget,
): Result<true, OutOfTurn> {
  const leaf = leafIn(budget);
  const free = leaf ? cents(freeCents(leaf) + leaf.reservedCents) : cents(0);
  const waiting = ({ count, ...mix }: Claims) => ({ count, claimedCents: total(mix), freeCents: free });
  if (!leavesRoom(mine, ahead, budget))
    return refuse({ reason: "would-overtake", firstDay: ahead.firstDay ?? day, ...waiting(ahead) });
  const all = { count: ahead.count + equals.count, ...plus(ahead, equals) };
  if (equals.count > 0 && !leavesRoom(mine, all, budget))
    return refuse({ reason: "needs-draw", day, ...waiting(equals) });
  return ok(true);
}

/**
 * First day up to which the claimed amounts no longer fit, days in ascending order; undefined when everything fits. The
 * last argument gives the ceilings as they count for applications of that day.
 */
export function crossingDay<D extends Claims & { day: Day }>(
  days: readonly D[],
  budgetOf: (day: Day) => Budget,
): D | undefined {
  let asked: Mix = { generalCents: cents(0), womenCents: cents(0) };
  return days.find((day) => {
    asked = plus(asked, day);
    return !fitsTogether(asked, budgetOf(day.day));
  });
}
