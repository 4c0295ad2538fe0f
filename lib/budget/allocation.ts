import type { Day } from "@/lib/dates";
import { type Cents, cents, sumCents } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { awardOfOnly } from "@/lib/schemes/award";
import type { Track } from "@/lib/vocabulary/scheme";

/** One line of the budget tree in one year, as it is now. No row means no ceiling, which is not the same as zero. */
export type LineYear = {
  line: string;
  parent: string | null;
  year: number;
  ceilingCents: Cents;
  committedCents: Cents;
  /** Unused part of the earmarks below it that are not released yet. */
  reservedCents: Cents;
  earmark: Track | null;
  releasesOn: Day | null;
};

/** The booking of a grant on one line; it counts on every ancestor too. */
export type Entry = { line: string; year: number; trajectory: number; track: Track; amountCents: Cents };

export type CeilingReached =
  | { reason: "no-ceiling"; line: string }
  | {
      reason: "ceiling-reached";
      /** The line that binds first, with its free amount for this award. */
      line: string;
      year: number;
      freeCents: Cents;
      askedCents: Cents;
      /** Numbers of the trajectories that still fit, taken in order and priced without the others. */
      fits: number[];
    };

/** What general trajectories can still commit on a line. */
export const freeCents = (line: Pick<LineYear, "ceilingCents" | "committedCents" | "reservedCents">): Cents =>
  cents(Math.max(0, line.ceilingCents - line.committedCents - line.reservedCents));

type Book = Map<string, LineYear>;

function ancestors(book: Book, line: string): LineYear[] {
  const own = book.get(line);
  if (!own) return [];
  return own.parent === null ? [own] : [own, ...ancestors(book, own.parent)];
}

const isReserving = (line: LineYear, today: Day) =>
  line.earmark !== null && (line.releasesOn === null || line.releasesOn > today);

/** The tree after booking an amount on a line: committed there and above, reservations of its earmark recomputed. */
function booked(book: Book, line: string, amount: number, today: Day): Book {
  const after = new Map(book);
  for (const node of ancestors(book, line))
    after.set(node.line, { ...node, committedCents: cents(node.committedCents + amount) });
  for (const node of ancestors(after, line)) {
    const reserved = [...after.values()]
      .filter((child) => child.parent === node.line && isReserving(child, today))
      .reduce((sum, child) => sum + Math.max(0, child.ceilingCents - child.committedCents), 0);
    after.set(node.line, { ...node, reservedCents: cents(reserved) });
  }
  return after;
}

/** The lines with their reservations recomputed from their earmarks, for a tree with other ceilings. */
export function withReservations(lines: readonly LineYear[], today: Day): LineYear[] {
  return lines.map((line) => {
    const earmarks = lines.filter((child) => child.parent === line.line && isReserving(child, today));
    const reserved = earmarks.reduce((sum, e) => sum + Math.max(0, e.ceilingCents - e.committedCents), 0);
    return { ...line, reservedCents: cents(reserved) };
  });
}

/** The lines after these entries; an amount below zero releases money. */
export function afterBooking(
  lines: readonly LineYear[],
  entries: readonly Pick<Entry, "line" | "amountCents">[],
  today: Day,
): LineYear[] {
  const before: Book = new Map(lines.map((line) => [line.line, line]));
  return [
    ...entries.reduce((book, entry) => booked(book, entry.line, entry.amountCents, today), before).values(),
  ];
}

/**
 * What can still be booked on a line, in cents, with every line above it; an earmark that keeps money apart takes it from
 * there. Zero when a line has no ceiling.
 */
export function roomOn(lines: readonly LineYear[], line: string, today: Day): Cents {
  const book: Book = new Map(lines.map((each) => [each.line, each]));
  const own = book.get(line);
  if (!own || missingLine(book, line) !== undefined) return cents(0);
  const rooms = ancestors(book, line)
    .filter((node) => !(isReserving(own, today) && node.line === own.parent))
    .map((node) => node.ceilingCents - node.committedCents - node.reservedCents);
  return cents(Math.max(0, Math.min(...rooms)));
}

/** The first line, from the leaf up, on which this amount does not fit. */
const binding = (book: Book, line: string, amount: number, today: Day): LineYear | undefined =>
  ancestors(booked(book, line, amount, today), line).find(
    (node) => node.committedCents + node.reservedCents > node.ceilingCents,
  );

/**
 * Books an award on the tree (decision 1): general lines on the scheme's line, women's lines on its earmark first (in SQL,
 * `from_earmark()`). All or nothing: refused as `ceiling-reached`, with the trajectories that fit (Awb 4:25(2)), or as
 * `no-ceiling`. `award` is in order of trajectory; `lines` has leaf, earmarks and all ancestors.
 */
export function allocate(
  award: readonly AwardLine[],
  leaf: string,
  lines: readonly LineYear[],
  today: Day,
): Result<Entry[], CeilingReached> {
  const start: Book = new Map(lines.map((line) => [line.line, line]));
  const missing = missingLine(start, leaf);
  if (missing !== undefined) return refuse({ reason: "no-ceiling", line: missing });

  let book = start;
  const entries: Entry[] = [];
  const fits: number[] = [];
  let bound: LineYear | undefined;
  for (const trajectory of new Set(award.map((line) => line.trajectory))) {
    const group = awardOfOnly(award, [...fits, trajectory]).filter((line) => line.trajectory === trajectory);
    const tried = tryBook(book, leaf, group, today);
    if (tried.bound) {
      bound ??= tried.bound;
      continue;
    }
    book = tried.book;
    entries.push(...tried.entries);
    fits.push(trajectory);
  }
  if (!bound) return ok(entries);
  const at = start.get(bound.line);
  return refuse({
    reason: "ceiling-reached",
    line: bound.line,
    year: bound.year,
    freeCents: at ? freeCents(at) : cents(0),
    askedCents: sumCents(award.map((line) => line.amountCents)),
    fits,
  });
}

function missingLine(book: Book, leaf: string): string | undefined {
  for (let line: string | null = leaf; line !== null; line = book.get(line)?.parent ?? null)
    if (!book.has(line)) return line;
  return undefined;
}

function tryBook(book: Book, leaf: string, group: readonly AwardLine[], today: Day) {
  const entries: Entry[] = [];
  let after = book;
  for (const { trajectory, track, amountCents } of group) {
    const earmark = [...after.values()].find((line) => line.parent === leaf && line.earmark === track);
    const fromEarmark = earmark ? Math.min(amountCents, earmark.ceilingCents - earmark.committedCents) : 0;
    for (const [line, amount] of [
      [earmark?.line ?? leaf, fromEarmark],
      [leaf, amountCents - fromEarmark],
    ] as const) {
      if (amount === 0) continue;
      const bound = binding(after, line, amount, today);
      if (bound) return { bound, book, entries: [] };
      after = booked(after, line, amount, today);
      entries.push({ line, year: bookYear(book, leaf), trajectory, track, amountCents: cents(amount) });
    }
  }
  return { bound: undefined, book: after, entries };
}

const bookYear = (book: Book, leaf: string): number => book.get(leaf)?.year ?? 0;

export type LineEffect = {
  line: string;
  year: number;
  ceilingCents: Cents;
  beforeCents: Cents;
  afterCents: Cents;
  freeAfterCents: Cents;
};

/** The effect of these entries per line, leaf first: committed before and after, and what stays free. */
export function budgetEffect(
  entries: readonly Entry[],
  lines: readonly LineYear[],
  today: Day,
): LineEffect[] {
  const before: Book = new Map(lines.map((line) => [line.line, line]));
  const after: Book = new Map(afterBooking(lines, entries, today).map((line) => [line.line, line]));
  return [...after.values()]
    .filter((line) => line.committedCents !== before.get(line.line)?.committedCents || line.earmark === null)
    .sort((a, b) => ancestors(after, b.line).length - ancestors(after, a.line).length)
    .map((line) => ({
      line: line.line,
      year: line.year,
      ceilingCents: line.ceilingCents,
      beforeCents: before.get(line.line)?.committedCents ?? cents(0),
      afterCents: line.committedCents,
      freeAfterCents: freeCents(line),
    }));
}
