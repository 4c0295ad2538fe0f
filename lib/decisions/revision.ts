import type { TrajectoryAmount } from "@/lib/concepts/concept";
import type { Day } from "@/lib/day";
import type { Cents } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { awardOfOnly, awardTotal, linesOf, linesUpTo, trajectoriesIn } from "@/lib/schemes/award";
import type { LoweringGround } from "@/lib/vocabulary/grounds";
import { can, type MoveName, type State } from "@/lib/vocabulary/lifecycle";
import type { Outcome } from "@/lib/vocabulary/outcomes";
import { groundsOf, heardOnLowering, isWithin, type Told } from "./hearing";

/**
 * A decision that replaces the one in force, any number of times. A grant may be lowered or withdrawn before it is
 * settled (Awb 4:48). An upheld objection grants more than before, up to what was asked, past the ceiling as far as the
 * ceiling had room at the first decision (Awb 7:11, 4:25(3)).
 */
export const REVISIONS = ["lower", "grant_on_objection"] as const;
export type Revision = (typeof REVISIONS)[number];

/** The decision in force, as far as a revision asks. */
type InForce = { state: State; awardedCents: Cents | null };

/** Whether a reviewer may propose this revision of the decision in force. A withdrawn grant cannot be lowered. */
export const mayPropose = (revision: Revision, { state, awardedCents }: InForce): boolean =>
  can(revision, state, ["decider"]) && (revision === "grant_on_objection" || (awardedCents ?? 0) > 0);

/** The kind of a proposed revision: an amount above the one in force follows an objection. */
export const revisionOf = (amountCents: Cents, awardedCents: Cents | null): Revision =>
  amountCents > (awardedCents ?? 0) ? "grant_on_objection" : "lower";

/** The move that confirms a revision with this outcome. */
export const moveOf = (revision: Revision, outcome: Outcome): MoveName =>
  revision === "grant_on_objection" && outcome === "grant_in_part" ? "grant_in_part_on_objection" : revision;

/** The kind of a revision in the letter: lowering, withdrawal, or grant after all. */
export type Change = "lower" | "withdraw" | "grant_on_objection";
/** The decision that is replaced. */
export type Replaced = { change: Change; decidedOn: Day; amountCents: Cents; lines: readonly AwardLine[] };

/** The kind of this decision when there was an earlier one. */
export function replacedBy(
  last: Omit<Replaced, "change"> | undefined,
  { amountCents }: { amountCents: Cents },
): Replaced | undefined {
  if (!last) return undefined;
  const { decidedOn, lines } = last;
  const less = amountCents === 0 ? "withdraw" : "lower";
  const change = amountCents > last.amountCents ? "grant_on_objection" : less;
  return { change, decidedOn, amountCents: last.amountCents, lines };
}

/** What is granted after a revision: these trajectories, with the amount that an official typed for some of them. */
export type Meant = { keep: readonly number[]; amounts?: readonly TrajectoryAmount[] | undefined };

export type RevisionRefusal =
  | { reason: "nothing-to-lower" }
  | { reason: "nothing-to-grant" }
  | { reason: "beyond-worth"; field: string; worthCents: Cents }
  | { reason: "hearing-open" }
  | { reason: "lowering-not-heard" }
  | { reason: "beyond-hearing" }
  | { reason: "asked-outside"; decidedOn: Day };

/**
 * What these trajectories are worth together: the place of each on the scale of the requested award, times the share of
 * its place that the decision in force grants; all of it for a trajectory without a grant. A typed amount replaces that
 * and is at most the place.
 */
export function worthTogether(
  requested: readonly AwardLine[],
  granted: readonly AwardLine[],
  { keep, amounts = [] }: Meant,
): Result<AwardLine[], RevisionRefusal> {
  const before = awardOfOnly(requested, trajectoriesIn(granted));
  const typed = (number: number) => amounts.find(({ trajectory }) => trajectory === number)?.amountCents;
  const stays = keep.filter((number) => typed(number) !== 0);
  const places = awardOfOnly(requested, stays);
  const lines: AwardLine[] = [];
  for (const number of trajectoriesIn(places)) {
    const place = linesOf(places, number);
    const worthCents = awardTotal(place);
    const had = awardTotal(linesOf(granted, number));
    const share = had > 0 ? Math.floor((worthCents * had) / awardTotal(linesOf(before, number))) : worthCents;
    const amount = typed(number) ?? share;
    if (amount > worthCents)
      return refuse({ reason: "beyond-worth", field: amountField(number), worthCents });
    lines.push(...linesUpTo(place, amount));
  }
  return ok(lines);
}

/** The name of the field for the amount of one trajectory. */
export const amountField = (trajectory: number): string => `amount-${trajectory}`;

/** The lines of a grant that is lowered to this; a trajectory that is not granted now stays out. */
export function loweredTo(
  requested: readonly AwardLine[],
  granted: readonly AwardLine[],
  { keep, amounts }: Meant,
): Result<AwardLine[], RevisionRefusal> {
  const now = trajectoriesIn(granted);
  const meant = { keep: keep.filter((number) => now.includes(number)), amounts };
  const lines = worthTogether(requested, granted, meant);
  if (!lines.ok) return lines;
  return awardTotal(lines.value) < awardTotal(granted) ? lines : refuse({ reason: "nothing-to-lower" });
}

/** The lines of a grant after an upheld objection: more than now, in all or in part of what was asked (Awb 7:11). */
export function grantedAfter(
  requested: readonly AwardLine[],
  granted: readonly AwardLine[],
  { keep, amounts }: Meant,
): Result<AwardLine[], RevisionRefusal> {
  const lines = worthTogether(requested, [], { keep, amounts });
  if (!lines.ok) return lines;
  return awardTotal(lines.value) > awardTotal(granted) ? lines : refuse({ reason: "nothing-to-grant" });
}

/** The outcome of a decision with these lines, beside what was requested. */
export function outcomeOf(lines: readonly AwardLine[], requested: readonly AwardLine[]): Outcome {
  if (lines.length === 0) return "refuse";
  return awardTotal(lines) === awardTotal(requested) ? "grant" : "grant_in_part";
}

/** The amount of each trajectory in these lines. */
export const amountsOf = (lines: readonly AwardLine[]): TrajectoryAmount[] =>
  trajectoriesIn(lines).map((trajectory) => ({
    trajectory,
    amountCents: awardTotal(linesOf(lines, trajectory)),
  }));

/** The amounts to show typed in a form: those that differ from what the trajectories are worth together. */
export function typedAmounts(
  requested: readonly AwardLine[],
  granted: readonly AwardLine[],
  kept: readonly TrajectoryAmount[],
): TrajectoryAmount[] {
  const usual = worthTogether(requested, granted, { keep: kept.map(({ trajectory }) => trajectory) });
  const worth = usual.ok ? usual.value : [];
  return kept.filter(({ trajectory, amountCents }) => awardTotal(linesOf(worth, trajectory)) !== amountCents);
}

/**
 * The grounds on which the decision on that version may be lowered to these lines: those of a hearing on no less (Awb
 * 4:8, 4:12), or none when the employer asked for it after the decision.
 */
export function groundsToLower(
  told: readonly Told[],
  { decidedOn, version, today }: { decidedOn: Day; version: number; today: Day },
  { lines, askedOn }: { lines: readonly AwardLine[]; askedOn?: Day | undefined },
): Result<LoweringGround[], RevisionRefusal> {
  if (askedOn !== undefined)
    return askedOn >= decidedOn && askedOn <= today ? ok([]) : refuse({ reason: "asked-outside", decidedOn });
  const heard = heardOnLowering(told, version);
  if (!heard) return refuse({ reason: "lowering-not-heard" });
  return isWithin(heard, lines) ? ok(groundsOf(heard)) : refuse({ reason: "beyond-hearing" });
}
