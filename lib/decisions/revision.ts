import type { Day } from "@/lib/day";
import { type Cents, cents } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { awardTotal } from "@/lib/schemes/award";
import type { LoweringGround } from "@/lib/vocabulary/grounds";
import { can, type State } from "@/lib/vocabulary/lifecycle";
import { groundsOf, heardOnLowering, isWithin, type Told } from "./hearing";

/**
 * A decision that replaces an earlier one. A grant may be lowered or withdrawn before it is settled (Awb 4:48). An
 * upheld objection grants what was refused, past the ceiling as far as the ceiling had room at the first decision (Awb
 * 7:11, 4:25(3)).
 */
export const REVISIONS = ["lower", "grant_on_objection"] as const;
export type Revision = (typeof REVISIONS)[number];

/** Whether a reviewer may propose this revision in this state; a lowered grant cannot be lowered again. */
export const mayPropose = (revision: Revision, state: State): boolean =>
  can(revision, state, ["decider"]) && state !== "lowered";

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

/**
 * The amount booked for one trajectory on one line, in cents; all of them are what the ledger holds for an application.
 */
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

/** The lines of a grant when only these trajectories stay; their amounts do not change. */
export function loweredTo(
  granted: readonly AwardLine[],
  keep: readonly number[],
): Result<AwardLine[], RevisionRefusal> {
  const lines = granted.filter(({ trajectory }) => keep.includes(trajectory));
  return lines.length === granted.length ? refuse({ reason: "nothing-to-lower" }) : ok(lines);
}

/**
 * The grounds on which this may be taken back of the decision on that version: those of a hearing on no less (Awb 4:8,
 * 4:12), or none when the employer asked for it after the decision.
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
 * The releases after which no trajectory has more booked than these lines say. Money past the ceiling goes first, then
 * the general part, then the women's earmark; `leaf` is the scheme's own line.
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

/** The amounts to commit past the ceiling so that each trajectory has booked what these lines say; releases nothing. */
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
