import type { Day } from "@/lib/day";
import { type Cents, cents } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { awardTotal } from "@/lib/schemes/award";
import type { LoweringGround } from "@/lib/vocabulary/grounds";
import { can, type State } from "@/lib/vocabulary/lifecycle";
import { groundsOf, heardOnLowering, isWithin, type Told } from "./hearing";

/**
 * A decision that takes the place of an earlier one. Before it is settled a grant may be lowered or withdrawn, when
 * activities do not take place or obligations are not met (Awb 4:48); an upheld objection grants what was refused, past
 * the ceiling as far as the ceiling did not bind at the first decision (Awb 7:11, 4:25(3)).
 */
export const REVISIONS = ["lower", "grant_on_objection"] as const;
export type Revision = (typeof REVISIONS)[number];

/** Whether a reviewer may propose this for a decision in this state; what was lowered stays as it is. */
export const mayPropose = (revision: Revision, state: State): boolean =>
  can(revision, state, ["decider"]) && state !== "lowered";

/** What a decision does to the last one, in words of the letter: lower it, withdraw it, or grant after all. */
export type Change = "lower" | "withdraw" | "grant_on_objection";
/** The decision in whose place another comes. */
export type Replaced = { change: Change; decidedOn: Day; amountCents: Cents; lines: readonly AwardLine[] };

/** What this decision is in the place of, when there was an earlier one. */
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

/** What is booked for one trajectory on one line, in cents; together what the ledger holds for an application. */
export type Booked = {
  lineId: string;
  year: number;
  trajectory: number;
  kind: "commitment" | "objection";
  amountCents: number;
};
export type Posting = { lineId: string; year: number; trajectory: number; amountCents: Cents } & {
  kind: "release" | "objection";
};

export type RevisionRefusal =
  | { reason: "nothing-to-lower" }
  | { reason: "nothing-to-grant" }
  | { reason: "hearing-open" }
  | { reason: "lowering-not-heard" }
  | { reason: "beyond-hearing" }
  | { reason: "asked-outside"; decidedOn: Day };

/** The lines of a grant when only these trajectories of it stay; amounts stay as they were granted. */
export function loweredTo(
  granted: readonly AwardLine[],
  keep: readonly number[],
): Result<AwardLine[], RevisionRefusal> {
  const lines = granted.filter(({ trajectory }) => keep.includes(trajectory));
  return lines.length === granted.length ? refuse({ reason: "nothing-to-lower" }) : ok(lines);
}

/**
 * On which grounds this may be taken back of the decision on that version: those on which the employer was heard on no less
 * (Awb 4:8, 4:12), or none at all when he asked for it himself after the decision.
 */
export function groundsToLower(
  told: readonly Told[],
  { decidedOn, version, today }: { decidedOn: Day; version: number; today: Day },
  { keep, askedOn }: { keep: readonly number[]; askedOn?: Day | undefined },
): Result<LoweringGround[], RevisionRefusal> {
  if (askedOn !== undefined)
    return askedOn >= decidedOn && askedOn <= today ? ok([]) : refuse({ reason: "asked-outside", decidedOn });
  const heard = heardOnLowering(told, version);
  if (!heard) return refuse({ reason: "lowering-not-heard" });
  return isWithin(heard, keep) ? ok(groundsOf(heard)) : refuse({ reason: "beyond-hearing" });
}

/**
 * What to set free so that per trajectory no more stays booked than these lines say. Money past the ceiling goes
 * first, then the general part, and what is kept for women last: `leaf` is the scheme's own line.
 */
export function releasesFor(booked: readonly Booked[], lines: readonly AwardLine[], leaf: string): Posting[] {
  const order = ({ kind, lineId }: Booked) => (kind === "objection" ? 0 : lineId === leaf ? 1 : 2);
  const numbers = [...new Set(booked.map(({ trajectory }) => trajectory))];
  return numbers.flatMap((number) => {
    const own = booked.filter(({ trajectory }) => trajectory === number);
    const keep = awardTotal(lines.filter(({ trajectory }) => trajectory === number));
    let excess = own.reduce((sum, { amountCents }) => sum + amountCents, 0) - keep;
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

/** What to tie past the ceiling so that per trajectory as much is booked as these lines say; nothing is set free. */
export function objectionsFor(
  booked: readonly Booked[],
  lines: readonly AwardLine[],
  at: { leaf: string; year: number },
): Posting[] {
  const numbers = [...new Set(lines.map(({ trajectory }) => trajectory))];
  return numbers.flatMap((number): Posting[] => {
    const own = booked.filter(({ trajectory }) => trajectory === number);
    const has = own.reduce((sum, { amountCents }) => sum + amountCents, 0);
    const missing = awardTotal(lines.filter(({ trajectory }) => trajectory === number)) - has;
    const posted = { lineId: at.leaf, year: at.year, trajectory: number, amountCents: cents(missing) };
    return missing > 0 ? [{ ...posted, kind: "objection" }] : [];
  });
}
