import { type Cents, cents } from "@/lib/money";
import type { Track } from "@/lib/vocabulary/scheme";

/** The amounts of one ceiling as the database counts them, in cents. */
export type Counted = {
  ceilingCents: number;
  committedCents: number;
  /** Unused part of the earmarks below it that are not released yet. */
  reservedCents: number;
  /** Granted past the ceiling after an objection (Awb 4:25(3)). */
  objectionCents: number;
};

/** What every page says of one ceiling, in cents. */
export type Figures = {
  ceilingCents: Cents;
  /** Everything that the newest decisions grant, on the ceiling and past it. */
  grantedCents: Cents;
  /** The part of it past the ceiling. */
  beyondCents: Cents;
  /** Kept for women's guidance until its release, and left. */
  keptCents: Cents;
  /** Left for everyone, on this line and on every line above it. */
  freeCents: Cents;
};

/**
 * The figures of one ceiling, from its own line up to the root. `isKept` is for an earmark before its release: what it
 * has left is kept, and not free.
 */
export function figuresOf([own, ...above]: readonly [Counted, ...Counted[]], isKept = false): Figures {
  const left = ({ ceilingCents, committedCents, reservedCents }: Counted) =>
    ceilingCents - committedCents - reservedCents;
  const most = (amount: number, lines: readonly Counted[]) =>
    cents(Math.max(0, Math.min(amount, ...lines.map(left))));
  const [parent, ...others] = above;
  const withKept = isKept
    ? most(left(own), parent ? [{ ...parent, reservedCents: 0 }, ...others] : [])
    : most(left(own) + own.reservedCents, above);
  const freeCents = isKept ? cents(0) : most(left(own), above);
  return {
    ceilingCents: cents(own.ceilingCents),
    grantedCents: cents(own.committedCents + own.objectionCents),
    beyondCents: cents(own.objectionCents),
    keptCents: cents(withKept - freeCents),
    freeCents,
  };
}

/** Whose money a line is: of employers by a scheme, kept for a track, of municipalities, or of several purposes. */
export const PURPOSES = ["employers", "kept", "municipal", "several"] as const;
export type Purpose = (typeof PURPOSES)[number];

export function purposeOf(line: {
  scheme: string | null;
  earmark: Track | null;
  municipal: boolean;
}): Purpose {
  if (line.municipal) return "municipal";
  if (line.earmark) return "kept";
  return line.scheme ? "employers" : "several";
}

/** Whether what a line has left in this year can still be granted to employers; else it was not used, or is not theirs. */
export const isGrantable = (purpose: Purpose, year: number, thisYear: number): boolean =>
  (purpose === "employers" || purpose === "kept") && year >= thisYear;
