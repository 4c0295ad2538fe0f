import type { Ceiling } from "@/lib/budget/ceiling";
import { type ChangeKind, FIGURES, type Figure } from "@/lib/budget/change-kind";
import { type Discrepancy, discrepanciesIn, SOURCE_TABLE } from "@/lib/budget/source-table";
import { type Day, yearOf } from "@/lib/dates";
import { type Cents, cents, euros } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";

/**
 * A ceiling is made known before applications can be filed (Awb 4:27). It may always be raised. It is never lowered
 * below the committed and reserved amount, and a lowering has no effect on applications filed before (Awb 4:27(2)). Each
 * change has a reason, a publication and two budget holders.
 */
export type LineNow = {
  line: string;
  year: number;
  earmark: Track | null;
  municipal: boolean;
  scheme: Scheme | null;
  /** Whether applications book on this ceiling: the line of a scheme, and no part of it that is kept. */
  isDivided: boolean;
  /** Absent when the year has no ceiling. */
  figures?: {
    ceilingCents: Cents;
    committedCents: Cents;
    reservedCents: Cents;
    releasesOn: Day | null;
  };
  /** Applications on this ceiling that are not decided yet. */
  undecided: number;
  /** The last confirmed resolution of a year in which the source contradicts itself; else undefined. */
  resolvedAs?: Figure;
};

/** The computed part of a proposal, before reason and publication. */
export type NewChange = {
  kind: ChangeKind;
  fromCents: Cents | null;
  toCents: Cents;
  releasesOn: Day | null;
  figure: Figure | null;
  /** Of a transfer: the ceiling that gets the money. */
  target?: Ceiling;
};

export type ChangeRefusal =
  | { reason: "municipal" }
  | { reason: "year-over"; year: number }
  | { reason: "unchanged"; ceilingCents: Cents }
  | { reason: "below-committed"; committedCents: Cents; reservedCents: Cents }
  | { reason: "earmark-is-released" }
  | { reason: "needs-resolution"; year: number }
  | { reason: "no-ceiling-yet" }
  | { reason: "not-an-earmark" }
  | { reason: "already-released"; releasesOn: Day }
  | { reason: "release-not-earlier"; releasesOn: Day }
  | { reason: "release-in-the-past" }
  | { reason: "no-discrepancy"; year: number }
  | { reason: "already-resolved"; figure: Figure }
  | { reason: "transfer-before-year-over"; year: number }
  | { reason: "transfer-not-divided" }
  | { reason: "transfer-nothing" }
  | { reason: "transfer-too-much"; freeCents: Cents }
  | { reason: "transfer-waited-for"; count: number }
  | { reason: "transfer-to-itself" }
  | { reason: "transfer-no-target" };

/** The contradiction of the source in this year, when this line is its total; else undefined. */
export const discrepancyOf = (line: string, year: number): Discrepancy | undefined =>
  line === SOURCE_TABLE.total.line
    ? discrepanciesIn(SOURCE_TABLE).find((found) => found.year === String(year))
    : undefined;

/** A total of a discrepancy in cents. */
export const figureCents = (found: Discrepancy, figure: Figure): Cents =>
  euros((figure === "printed" ? found.printed : found.addedUp) * 1_000_000);

const isEither = (found: Discrepancy, amount: Cents) =>
  FIGURES.some((figure) => figureCents(found, figure) === amount);

function mayChange(now: LineNow, today: Day): Result<true, ChangeRefusal> {
  if (now.municipal) return refuse({ reason: "municipal" });
  return now.year < yearOf(today) ? refuse({ reason: "year-over", year: now.year }) : ok(true);
}

/**
 * Another amount for a line and year: a first one, a raise or a lowering. A women's earmark is released, not lowered.
 */
export function changeOfAmount(now: LineNow, toCents: Cents, today: Day): Result<NewChange, ChangeRefusal> {
  const may = mayChange(now, today);
  if (!may.ok) return may;
  const { figures } = now;
  const change = { toCents, releasesOn: null, figure: null };
  if (!figures) return ok({ ...change, kind: "set", fromCents: null });
  const { ceilingCents, committedCents, reservedCents } = figures;
  if (toCents === ceilingCents) return refuse({ reason: "unchanged", ceilingCents });
  const found = discrepancyOf(now.line, now.year);
  if (found && (now.resolvedAs === undefined || isEither(found, toCents)))
    return refuse({ reason: "needs-resolution", year: now.year });
  const kind = toCents > ceilingCents ? "raise" : "lower";
  if (kind === "lower" && now.earmark) return refuse({ reason: "earmark-is-released" });
  return toCents < committedCents + reservedCents
    ? refuse({ reason: "below-committed", committedCents, reservedCents })
    : ok({ ...change, kind, fromCents: ceilingCents });
}

/** Releases the unused part of an earmark from a day that is earlier than its own. */
export function releaseOfEarmark(
  now: LineNow,
  releasesOn: Day,
  today: Day,
): Result<NewChange, ChangeRefusal> {
  if (now.municipal) return refuse({ reason: "municipal" });
  if (!now.earmark) return refuse({ reason: "not-an-earmark" });
  if (!now.figures) return refuse({ reason: "no-ceiling-yet" });
  const { ceilingCents, releasesOn: known } = now.figures;
  if (known !== null && known <= today) return refuse({ reason: "already-released", releasesOn: known });
  if (releasesOn < today) return refuse({ reason: "release-in-the-past" });
  if (known !== null && releasesOn >= known)
    return refuse({ reason: "release-not-earlier", releasesOn: known });
  return ok({ kind: "release", fromCents: ceilingCents, toCents: ceilingCents, releasesOn, figure: null });
}

/**
 * A transfer of free money from a ceiling whose year is over to another ceiling that exists. Refused beyond what is free,
 * and while an application on the first ceiling is undecided (Awb 4:27(2)).
 */
export function transferOf(
  now: LineNow,
  { target, hasTarget, amountCents }: { target: Ceiling; hasTarget: boolean; amountCents: Cents },
  today: Day,
): Result<NewChange, ChangeRefusal> {
  const { figures, year } = now;
  if (now.municipal) return refuse({ reason: "municipal" });
  if (!now.isDivided) return refuse({ reason: "transfer-not-divided" });
  if (year >= yearOf(today)) return refuse({ reason: "transfer-before-year-over", year });
  if (!figures) return refuse({ reason: "no-ceiling-yet" });
  if (target.line === now.line && target.year === year) return refuse({ reason: "transfer-to-itself" });
  if (!hasTarget) return refuse({ reason: "transfer-no-target" });
  if (now.undecided > 0) return refuse({ reason: "transfer-waited-for", count: now.undecided });
  const freeCents = cents(figures.ceilingCents - figures.committedCents - figures.reservedCents);
  if (freeCents <= 0 || amountCents <= 0) return refuse({ reason: "transfer-nothing" });
  if (amountCents > freeCents) return refuse({ reason: "transfer-too-much", freeCents });
  const toCents = cents(figures.ceilingCents - amountCents);
  const change = { fromCents: figures.ceilingCents, toCents, releasesOn: null, figure: null };
  return ok({ ...change, kind: "transfer", target });
}

/**
 * The choice of the total that binds in a year in which the source contradicts itself; a later choice replaces an
 * earlier one.
 */
export function resolutionOf(now: LineNow, figure: Figure, today: Day): Result<NewChange, ChangeRefusal> {
  const may = mayChange(now, today);
  if (!may.ok) return may;
  const found = discrepancyOf(now.line, now.year);
  if (!found) return refuse({ reason: "no-discrepancy", year: now.year });
  if (!now.figures) return refuse({ reason: "no-ceiling-yet" });
  if (now.resolvedAs === figure) return refuse({ reason: "already-resolved", figure });
  const toCents = figureCents(found, figure);
  const { ceilingCents, committedCents, reservedCents } = now.figures;
  return toCents < cents(committedCents + reservedCents)
    ? refuse({ reason: "below-committed", committedCents, reservedCents })
    : ok({ kind: "resolve", fromCents: ceilingCents, toCents, releasesOn: null, figure });
}
